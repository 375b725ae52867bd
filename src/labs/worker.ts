/** The worker's script: all experiments, served to the page. */

import { serve } from '../session/worker';
import { experiments } from './experiments';

serve(experiments);
