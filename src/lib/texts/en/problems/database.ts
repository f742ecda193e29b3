import { counted } from '../../counted';
import type { DatabaseProblems } from '../../../model/problems/database';
import type { Sentences } from '../../../model/problem';

export const database: Sentences<DatabaseProblems> = {
  'read-only-without-space':
    'There is no space left, so your data is read-only. Nothing was changed. Free some space, then reload the page.',
  'file-damaged': ({ detail }) => `The database file is damaged: ${detail}.`,
  'missing-parent': ({ table, parent }) =>
    `A row of ${table} refers to a row of ${parent} that does not exist.`,
  'more-missing-parents': ({ count }) =>
    `${counted(count, 'more row refers to a row that does not exist', 'more rows refer to rows that do not exist')}.`,
  'rollup-differs': ({ time, table, project }) =>
    `On ${time}, ${table} does not match the sum of the events of project ${project}.`,
  'more-rollups-differ': ({ count, table }) =>
    `${counted(count, `more row of ${table} differs`, `more rows of ${table} differ`)} from the events.`,
  'wrongly-dated': ({ count, zone }) =>
    `${counted(count, 'event is', 'events are')} stored under a different day or hour than its time in ${zone}.`,
  'pin-without-position': ({ name }) => `The pin of “${name}” has no position of its own.`,
  'more-pins-without-position': ({ count }) =>
    `${counted(count, 'more pin has no position of its own', 'more pins have no position of their own')}.`,
  'import-ended': 'This import has ended. Start a new one to add more events.',
  'no-price-for-limit': 'No price is known for this model. Set a limit in tokens instead.',
  'no-document-waiting': 'None of these documents is waiting. Add some first.',
  'import-undone': 'This import was undone. Start a new one.',
  'event-not-storable': ({ event, field }) =>
    `Event ${event} of this batch cannot be stored: its ${field} is not valid.`,
  'records-unreadable': ({ detail }) => `The records of a batch cannot be read: ${detail}`,
  'not-a-price-table':
    'Tokentab can’t read this price table. Choose data.json of genai-prices or model_prices_and_context_window.json of LiteLLM.',
  'no-such-command': ({ command }) => `There is no command “${command}”.`,
  'storage-cleared':
    'This site’s data was cleared while Tokentab was open. Save a copy now: it can still be exported from this tab.',
  'newer-tab-open': 'A newer Tokentab is open in another tab. Reload this page to continue.',
  'database-not-opened': 'Tokentab could not open its database. Nothing was changed.',
  'format-name-taken': 'Another format has this name. Choose a different one.',
  'format-changed-too-often': 'This format was changed too often. Create a new one under another name.',
  'copy-not-made': 'The database could not be copied, so it was not upgraded. Nothing was changed.',
  'not-a-tokentab-database': 'This file is not a Tokentab database. Nothing was changed.',
  'backup-of-newer-version':
    'This file was created by a newer Tokentab. Update Tokentab, then try again. Nothing was changed.',
  'backup-damaged': 'This file is damaged or is not a SQLite database.',
  'backup-unchecked': 'This file must be checked again before it can be restored.',
  'wrong-passphrase': 'The passphrase is wrong.',
  'encrypted-file-damaged': 'The encrypted file is damaged or incomplete. Nothing was changed.',
  'compressed-file-damaged': 'This compressed file is damaged or incomplete.',
  'encrypted-without-passphrase':
    'This file is encrypted, but not with a passphrase, so it can’t be opened here.',
  'not-a-device-key': 'This is not a device key. Copy all of it, from AGE-SECRET-KEY-1 to the end.',
  'no-device-with-key': 'No device with this key has been here yet. Check the key.',
  'server-refuses-key': 'The server doesn’t know this key. Check the key.',
  'server-silent': 'The server doesn’t answer. Try again later.',
  'file-over-1-gib': 'This file is larger than 1 GiB, which is too large to open here.',
  'backup-not-read-back': 'The backup could not be read back, so it was not kept. Your data is unchanged.',
  'not-a-checked-database': 'This is not a database that Tokentab has checked. Nothing was changed.',
  'merge-not-allowed': 'This file contains something that cannot be added. Nothing was changed.',
  'merge-times-wrong': 'The times in this file are wrong, so it cannot be added. Nothing was changed.',
  'copy-interrupted': 'Creating or reading a copy was interrupted. Your data is unchanged.',
  'database-file-gone': 'The database file is no longer where Tokentab stored it. Nothing was changed.',
  'database-of-newer-version':
    'This database was written by a newer Tokentab. Nothing was changed. Reload the page to get the newer version.',
  'migration-ended-transaction': ({ migration }) => `Migration ${migration} ends its own transaction.`,
  'no-private-storage':
    'This browser or window has no private file storage, so nothing can be saved here. The usual reason is a private window.',
  'storage-in-use':
    'Something else is using Tokentab’s storage. Your data is untouched. Close other windows of this site and reload.',
  'quota-full': 'The disk or this site’s storage quota is full. Nothing was changed.',
  'database-closed': 'The database is closed.',
  'merge-into-itself': 'Choose another project to merge this one into.',
  'project-archived': ({ name }) => `“${name}” is archived. Unarchive it before you pin it.`,
  'project-listed-twice': 'A project is listed twice. List each pinned project once.',
  'project-not-pinned': 'One of these projects is not pinned. Pin it first, or leave it out.',
  'no-such-project': 'There is no such project. It may have been removed in the meantime.',
  'write-failed':
    'The browser could not write. The disk or this site’s storage quota is probably full. Nothing from this step was saved; everything saved before is safe. Free some space and try again.',
  'stored-file-damaged':
    'The database file is damaged. Nothing more is written to it. Export it, if you can, before you do anything else.',
  'database-in-use': 'Something else is using the database. Nothing was changed. Try again in a moment.',
  unexpected: 'Something went wrong inside Tokentab. Your data is as it was before this step.',
  'unexpected-reload':
    'Something went wrong inside Tokentab, and it must be reloaded. What was saved before is safe.',
  'not-entered-by-hand': 'Only events that were entered by hand can be changed or deleted.',
  'event-time-out-of-range':
    'The time of a usage event must be between 2020-01-01 and the day after tomorrow.',
  'values-not-storable': 'These values cannot be stored.',
  'worker-message-unreadable': 'A message from the database worker could not be read.',
  'database-worker-stopped':
    'Tokentab’s database worker stopped. What was stored is safe. Please reload the page.',
  'memory-worker-stopped':
    'The browser ended the worker that held your unsaved data, so that data is lost. Please reload the page.',
  'connection-closed': 'The connection to the database was closed.',
  'no-answer-in-time': 'The database did not answer in time. Please try again.',
  'not-opened-in-time':
    'The database could not be opened in time. Another Tokentab tab may be using it: close the others and reload.',
  'no-such-read': ({ read }) => `There is no read “${read}”.`,
  'calls-not-confined':
    'This page can’t restrict Tokentab’s calls to one address yet. Reload the page once, then try again.',
  'no-such-deleted-project': 'There is no such deleted project. It may have been removed in the meantime.',
  'no-such-event': 'There is no such event. It may have been removed in the meantime.',
  'no-such-import': 'There is no such import. It may have been removed in the meantime.',
  'no-such-price-table': 'There is no such price table. It may have been removed in the meantime.',
  'no-such-pricing-run': 'There is no such pricing run. It may have been removed in the meantime.',
  'no-such-batch': 'There is no such batch. It may have been removed in the meantime.',
  'no-such-call': 'There is no such call. It may have been removed in the meantime.',
  'no-such-document': 'There is no such document. It may have been removed in the meantime.',
  'no-such-address': 'There is no such address. It may have been removed in the meantime.',
  'invalid-argument': ({ hint }) => hint,
  'nothing-stored': 'This browser has no Tokentab file.',
  'documents-need-storage': 'Documents cannot be kept while the data is only in memory.',
  'no-saved-address': 'There is no such address. Add it on the extraction page.',
  'file-misnamed': 'This file has the name of another.',
  'file-of-newer-version': 'A newer Tokentab wrote this file.',
  'team-changes-elsewhere':
    'A team’s usage comes from its members, and its projects from its owner. It can’t be changed here.',
  'not-a-team-database': 'This is not the database of a team. Nothing was changed.',
  'not-in-team': 'The team has no such project or member. Nothing was changed.',
};
