import './no-timers';
import '../../../src/lib/database/worker';
