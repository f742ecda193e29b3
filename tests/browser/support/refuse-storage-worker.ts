import './refuse-storage';
import '../../../src/lib/database/worker';
