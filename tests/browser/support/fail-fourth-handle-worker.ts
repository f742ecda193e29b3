import './fail-fourth-handle';
import '../../../src/lib/database/worker';
