import { teamPrefix } from '../../model/team';
import { poolDirectory } from '../../protocol/pool-place';
import { removeMarker } from '../../protocol/safety-store';

/** Deletes what was read of a team. While another tab shows it, it stays. */
export async function deleteTeamDatabase(team: string): Promise<void> {
  const database = `${teamPrefix}${team}` as const;
  try {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(poolDirectory(database), { recursive: true });
  } catch (error) {
    // It was never opened, or is open in another tab.
    if (!(error instanceof DOMException)) throw error;
  }
  await removeMarker(database);
}
