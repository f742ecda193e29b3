import './cleared-storage';
import '../../../src/lib/database/worker';
