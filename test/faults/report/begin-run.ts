/** Before the fault tests: what an earlier run recorded is put away. */
import { clearFaults } from './fault-record.ts';

export default clearFaults;
