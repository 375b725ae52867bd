/** What a reader does at a step of a stream, line by line in the notation of its paper; then what training makes of it. */

import type { ListingLine } from '../../../contenders/steps';
import type { ReaderName } from '../methods';

const line = (name: string, tex: string): ListingLine => ({ name, tex });

const answer = (of: string) => line('answer', String.raw`p(y_t)=\operatorname{softmax}f(${of})`);

/** The settings that lines depend on. */
interface Own {
  readonly mannController: 'feedforward' | 'lstm';
  readonly mannInput: 'pair' | 'late';
  readonly mannSharpness: 'learned' | 'plain';
  readonly mannWriting: 'lru' | 'fifo';
}

function mannLines(own: Own): readonly ListingLine[] {
  const { mannController, mannInput, mannSharpness, mannWriting } = own;
  const input = mannInput === 'pair' ? 'x_t,x_{t-1},y_{t-1}' : 'x_t,y_{t-1}';
  const isTurn = mannWriting === 'fifo';
  const strength = mannSharpness === 'learned' ? String.raw`\beta_t\,` : '';
  return [
    mannController === 'lstm'
      ? line('controller', String.raw`h_t=\operatorname{LSTM}(${input},r_{t-1})`)
      : line('controller', String.raw`h_t=\tanh W[${input},r_{t-1}]`),
    isTurn
      ? line('headsInTurn', String.raw`k_t,a_t=\tanh W h_t`)
      : line('heads', String.raw`k_t,a_t=\tanh W h_t,\ g_t=\sigma(\alpha_t)`),
    isTurn
      ? line('turn', String.raw`w^w_t=e_{tH+h\bmod S}`)
      : line('least', String.raw`w^{lu}_{t-1}=[\,u_{t-1}\le m(u_{t-1},H)\,]`),
    ...(isTurn ? [] : [line('write', 'w^w_t=g_t w^r_{t-1}+(1-g_t)w^{lu}_{t-1}')]),
    line(
      'memory',
      isTurn ? 'M_t=(1-w^w_t)M_{t-1}+w^w_t a_t' : 'M_t=(1-w^{lu}_{t-1})M_{t-1}+w^w_t a_t',
    ),
    line('cosines', String.raw`s_i=\cos(k_t,M_t(i))`),
    line('readWeights', String.raw`w^r_t=\operatorname{softmax}_i ${strength}s_i`),
    line('found', String.raw`r_t=\textstyle\sum_i w^r_t(i)M_t(i)`),
    answer('h_t,r_t'),
    line('usage', String.raw`u_t=\gamma u_{t-1}+w^r_t+w^w_t`),
  ];
}

const kvLines = [
  line('store', String.raw`k(x_{t-1}),\ v(x_{t-1},y_{t-1})`),
  line('query', String.raw`q_t=Wx_t/\sqrt d`),
  line('scores', String.raw`s_i=q_t^{\top}k_i`),
  line('attention', String.raw`a_t=\operatorname{softmax}_i s_i`),
  line('foundItems', String.raw`r_t=\textstyle\sum_i a_{ti}v_i`),
  answer('r_t'),
];

const snailLines = [
  line('carry', String.raw`X\leftarrow[X,\tanh(X*f)\odot\sigma(X*g)]`),
  line('look', String.raw`X\leftarrow[X,\textstyle\sum_i a_{ti}v(X_i)]`),
  line('carryAgain', String.raw`X\leftarrow[X,\tanh(X*f')\odot\sigma(X*g')]`),
  line('lookAgain', String.raw`X\leftarrow[X,\textstyle\sum_i a'_{ti}v'(X_i)]`),
  answer('X_t'),
];

const lstmLines = [
  line('gates', String.raw`(i,f,\tilde c,o)_t=W[x_t,y_{t-1}]+Uh_{t-1}`),
  line('cell', String.raw`c_t=\sigma(f)\odot c_{t-1}+\sigma(i)\odot\tanh\tilde c`),
  line('hidden', String.raw`h_t=\sigma(o)\odot\tanh c_t`),
  answer('h_t'),
];

const feedforwardLines = [
  line('layer', String.raw`h_t=\operatorname{relu}W[x_t,y_{t-1}]`),
  answer('h_t'),
];

/** The lines of a step; none of who is not walked. */
export function stepLines(reader: ReaderName, own: Own): readonly ListingLine[] {
  switch (reader) {
    case 'mann':
      return mannLines(own);
    case 'kv':
      return kvLines;
    case 'snail':
      return snailLines;
    case 'lstm':
      return lstmLines;
    case 'feedforward':
      return feedforwardLines;
    default:
      return [];
  }
}

/** After the last step. */
export const streamLoss = line('streamLoss', String.raw`L=-\tfrac1T\textstyle\sum_t\log p(y_t)`);
