/** Whether a file is named like the page of a user's activity in Google Takeout, whose name Google translates. */
export function isActivityPage(path: string): boolean {
  return /(?:^|\/)(?:My|Meine|Mi) ?(?:Activity|Aktivitäten|Actividad)\.html$/.test(path.normalize());
}
