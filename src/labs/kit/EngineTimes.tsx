/** How fast each engine is on this device, and which one that makes automatic. */

import { fastestFirst } from '../../session/calibration';
import { engineLabel, faultText } from '../../session/phrases';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { useAnyLab, useCalibration, useRunState } from './context';
import styles from './parts.module.css';

const timeText = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0));

export function EngineTimes() {
  const lab = useAnyLab();
  const words = useWords();
  const { settings } = words.frame;
  const { status, times } = useCalibration();
  const training = useRunState((s) => s.phase === 'training');
  const fastest = status === 'done' ? fastestFirst(times, [])[0] : undefined;
  return (
    <div className={styles.engineTimes}>
      {times.length === 0 ? null : (
        <table>
          <caption>{settings.times}</caption>
          <tbody>
            {times.map(({ engine, ms, fault }) => (
              <tr key={engine} data-fastest={engine === fastest || undefined}>
                <th scope="row">{engineLabel(words, engine)}</th>
                <td title={fault === null ? undefined : faultText(words, fault)}>
                  {ms === null ? settings.notHere : timeText(ms)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button
        small
        voice="quiet"
        disabled={training || status === 'measuring'}
        title={training ? settings.pauseFirst : undefined}
        onClick={() => void lab.calibrate()}
      >
        {status === 'measuring'
          ? settings.measuring
          : status === 'done'
            ? settings.measureAgain
            : settings.measure}
      </Button>
    </div>
  );
}
