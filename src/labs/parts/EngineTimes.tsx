/** How fast each engine is on this device, and which one that makes automatic. */

import { engines } from '../../compute/catalogue';
import { fastestFirst } from '../../session/calibration';
import { Button } from '../../ui/controls/Button';
import { useCalibration, useLabHandle, useRunState } from './context';
import styles from './parts.module.css';

const timeText = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0));

export function EngineTimes() {
  const lab = useLabHandle();
  const { status, times } = useCalibration();
  const training = useRunState((s) => s.phase === 'training');
  const fastest = status === 'done' ? fastestFirst(times, [])[0] : undefined;
  return (
    <div className={styles.engineTimes}>
      {times.length === 0 ? null : (
        <table>
          <caption>Milliseconds per meta-iteration, measured on this device</caption>
          <tbody>
            {times.map(({ engine, ms, why }) => (
              <tr key={engine} data-fastest={engine === fastest || undefined}>
                <th scope="row">{engines[engine].label}</th>
                <td title={why}>{ms === null ? 'not here' : timeText(ms)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button
        small
        voice="quiet"
        disabled={training || status === 'measuring'}
        title={training ? 'Pause first: training would disturb the measurement.' : undefined}
        onClick={() => void lab.calibrate()}
      >
        {status === 'measuring'
          ? 'Measuring …'
          : status === 'done'
            ? 'Measure the engines again'
            : 'Measure the engines'}
      </Button>
    </div>
  );
}
