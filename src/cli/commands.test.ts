import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { labNames } from '../labs/names';
import { partNames } from '../labs/omniglot/alphabet/parts';
import { commands, labs, recipeParts } from './commands.mjs';
import { Mistake, saidOf } from './setup.mjs';

// Commands are processes of their own, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a command as npm does, in this checkout or another. */
function run(
  asked: readonly string[],
  { from = root, env = {}, node = [] as readonly string[] } = {},
): Promise<Ended> {
  const script = path.join(from, 'src/cli/main.cjs');
  return new Promise((resolve) => {
    const options = { cwd: from, env: { ...process.env, ...env } };
    execFile(process.execPath, [...node, script, ...asked], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}

/** It is refused by a sentence of its own, not by a stack trace. */
function expectRefusal({ code, output }: Ended, said: string | RegExp): void {
  expect(output).toMatch(said);
  expect(output).not.toMatch(/^ {4}at /m);
  expect(code).toBe(1);
}

const folder = () => mkdtempSync(path.join(os.tmpdir(), 'commands-'));

/** The commands in a folder of another name, with the packages of this one. */
function checkoutIn(name: string): string {
  const there = path.join(folder(), name);
  mkdirSync(path.join(there, 'src'), { recursive: true });
  cpSync(path.join(root, 'src/cli'), path.join(there, 'src/cli'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(path.join(root, file), path.join(there, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(there, 'node_modules'), 'junction');
  return there;
}

/** The project's own commands, and those that run a tool. */
const own = [
  'start',
  'test',
  'bench',
  'soak',
  'faults',
  'screenshots',
  'reproduce',
  'data:omniglot',
];

describe('every command', () => {
  it('of package.json begins in the same way', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const names = commands().commands.map((command) => command.name());
    expect(Object.keys(scripts).sort()).toEqual(names.sort());
    for (const [name, script] of Object.entries(scripts)) {
      expect(script).toBe(`node src/cli/main.cjs ${name}`);
    }
  });

  it.each(own)('says what it takes: %s', async (name) => {
    const { code, output } = await run([name, '--help']);
    expect(output).toContain(`Usage: npm ${/^(start|test)$/.test(name) ? '' : 'run '}${name} -- `);
    expect(code).toBe(0);
  });

  it.each(own)(
    'refuses options and arguments that it has not, and shows its own: %s',
    async (name) => {
      const [option, argument] = await Promise.all([
        run([name, '--colour', 'blue']),
        run([name, ...(name === 'reproduce' ? ['cubic'] : []), 'everything']),
      ]);
      expectRefusal(option, "unknown option '--colour'");
      expectRefusal(argument, /too many arguments|Allowed choices are lint/);
      for (const { output } of [option, argument]) expect(output).toContain('Usage: npm');
    },
  );

  it.each(['18.20.1', '20.18.3', '21.7.0', '22.11.0'])(
    'says that Node %s is too old, and reads no further',
    async (version) => {
      const pretence = path.join(folder(), 'pretend.cjs');
      const versions = `{ ...process.versions, node: '${version}' }`;
      writeFileSync(
        pretence,
        `Object.defineProperty(process, 'versions', { value: ${versions} });`,
      );
      const ended = await run(['start'], { node: ['--require', pretence] });
      expectRefusal(ended, `This is Node ${version}; Inner Loop needs 20.19 or 22.12 or newer.`);
    },
  );

  // Windows has no “?” in paths.
  it.each(process.platform === 'win32' ? ['#'] : ['#', '?'])(
    'refuses a folder whose path has a “%s”',
    async (sign) => {
      const from = checkoutIn(`my ${sign} lecture`);
      expectRefusal(
        await run(['start'], { from }),
        `Vite cannot build in a folder with a “${sign}”`,
      );
    },
  );

  it('works in a folder whose path has blanks', async () => {
    const from = checkoutIn('my lecture %20 ü');
    const { code, output } = await run(['test', '--help'], { from });
    expect(output).toContain('Usage: npm test');
    expect(code).toBe(0);
  });
});

describe('what a person can mend is said in a sentence', () => {
  const gone = path.join(folder(), 'gone', 'chromium');
  const there = folder();
  it.each<[string, readonly string[], string | RegExp]>([
    ['a port that is none', ['start', '--port', '70000'], /--port.*1 to 65535/],
    ['an address of another machine', ['start', '--host', '192.0.2.1'], 'no such address'],
    ['a check that is none', ['test', 'unti'], 'Allowed choices are lint, types, unit'],
    ['rounds that are none', ['bench', '--rounds', '0'], /--rounds.*1 or more/],
    ['a folder for results', ['bench', '--json', there], 'is a folder; name a file in it'],
    ['results for a folder that is not there', ['bench', '--json', `${gone}/a.json`], 'Make it'],
    ['a lab that is none', ['soak', '--lab', 'vision'], 'Allowed choices are regression'],
    ['no minutes', ['soak', '--minutes', '-1'], 'a number above 0'],
    ['half an iteration', ['screenshots', '--iterations', '0.5'], 'a whole number'],
    ['an experiment that is none', ['reproduce', 'sinusoid'], 'There are: sinusoid-10shot'],
    ['an option without its experiment', ['reproduce', '--json', 'a.json'], 'goes with an experim'],
    ['options that exclude each other', ['reproduce', '--readme', '--evaluate'], 'cannot be used'],
    ['a file for checkpoints', ['reproduce', 'cubic', '--checkpoints', 'README.md'], 'is a file'],
    ['an archive that is not there', ['data:omniglot', '--from', gone], 'no such file or folder'],
    ['a file that is no archive', ['data:omniglot', '--from', 'README.md'], 'not a zip archive'],
    ['a folder without images', ['data:omniglot', '--from', there], 'holds no images of Omniglot'],
  ])('%s', async (_, asked, said) => {
    expectRefusal(await run(asked), said);
  });

  it.each(['dev', 'build', 'unit', 'lint'])(
    'an option that the tool below has not: %s',
    async (name) => {
      expectRefusal(await run([name, '--colours']), /--colours/);
    },
  );

  it('a browser that is gone', async () => {
    const env = { CHROMIUM_PATH: gone };
    const ended = await run(['screenshots'], { env });
    expectRefusal(ended, `CHROMIUM_PATH is ${gone}, and there is no such program`);
    // What needs none does not ask for it.
    expect((await run(['reproduce'], { env })).output).toContain('sinusoid-10shot');
  });

  it('a port in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expectRefusal(await run(['start', '--port', String(port)]), `Port ${port} is in use`);
    await new Promise((resolve) => server.close(resolve));
  });

  it.each<[NodeJS.ErrnoException['code'], string]>([
    ['EACCES', '/disk/dist may not be read or written by you (EACCES).'],
    ['EROFS', '/disk/dist may not be read or written by you (EROFS).'],
    ['EISDIR', '/disk/dist is a folder; a file is expected.'],
    ['ENOSPC', 'There is no room left on the disk for /disk/dist.'],
  ])('%s', (code, said) => {
    expect(saidOf(Object.assign(new Error('no'), { code, path: '/disk/dist' }))).toBe(said);
  });

  it('and nothing else: faults of the project keep their stack trace', () => {
    expect(saidOf(new Mistake('Take another.'))).toBe('Take another.');
    expect(saidOf(new TypeError('x is not a function'))).toBeNull();
  });
});

it('the front knows every lab, and every part of a recipe that can be left out', () => {
  expect(labs).toEqual(labNames);
  expect(recipeParts).toEqual(partNames);
});
