/** The program that takes WebDriver's commands and starts WebKit. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Milliseconds that a busy machine may take to start a small program. */
const PATIENCE = 60_000;

/** @throws Error if it does not answer within reason */
export async function startServer(program: string, env: NodeJS.ProcessEnv) {
  const port = await freePort();
  const server = spawn(program, ['--host=127.0.0.1', `--port=${port}`], {
    env: { ...process.env, ...env },
    // What toolkits say about a machine without a desktop is of no use here.
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}`;
  // However this process ends, it leaves nothing behind.
  const kill = () => {
    server.kill();
  };
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    if (server.exitCode !== null || server.signalCode !== null) return;
    kill();
    await once(server, 'exit');
  };
  const start = performance.now();
  while (!(await answers(address))) {
    if (performance.now() - start > PATIENCE) {
      await stop();
      throw new Error(`${program} does not answer`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { address, stop };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/status`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
