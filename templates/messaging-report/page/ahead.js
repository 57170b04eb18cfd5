/** Comes before the libraries, which take longer to be evaluated than the call takes to leave. */
import { callAhead } from '../../../pages/shared/key.js';

callAhead('-data');
