import type { TeamProblems } from '../../../model/problems/team';
import type { Sentences } from '../../../model/problem';

export const team: Sentences<TeamProblems> = {
  'team-access-line-wrong':
    'Das ist keine vollständige Zugangszeile. Sie beginnt mit U, enthält „.age1“, und Tokentab zeigt sie jedem Mitglied.',
  'team-roster-unreadable':
    'Die Mitgliederliste des Teams lässt sich nicht öffnen. Frage einen Inhaber, ob du darin stehst.',
  'team-roster-not-by-owner':
    'Die Mitgliederliste des Teams ist von keinem Inhaber signiert und wird deshalb nicht verwendet.',
  'team-roster-changed':
    'Ein anderer Inhaber hat das Team gleichzeitig geändert. Sieh es dir noch einmal an und wiederhole dann deine Änderung.',
  'team-message-too-large': 'Das ist mehr, als der Server in einer Nachricht annimmt. Nichts wurde gesendet.',
  'team-month-unreadable':
    'Ein veröffentlichter Monat lässt sich nicht öffnen. Er ist beschädigt oder für andere verschlüsselt.',
  'team-month-forged':
    'Ein veröffentlichter Monat ist nicht von dem Mitglied signiert, dessen Namen er trägt, und wird deshalb nicht verwendet.',
  'team-month-implausible': ({ field }) =>
    `Ein veröffentlichter Monat hat Werte, die ein Verbrauch nicht haben kann (${field}), und wird deshalb nicht verwendet.`,
  'team-member-unknown': 'Ein Monat stammt von jemandem, der nicht in der Mitgliederliste des Teams steht.',
  'team-project-unknown': 'Ein Monat gehört zu einem Projekt, das das Team nicht hat.',
  'team-worker-stopped':
    'Der Teil von Tokentab, der für das Team liest und veröffentlicht, wurde beendet. Lade die Seite neu.',
  'team-server-gone': 'Der Server antwortet nicht. Versuch es noch einmal, sobald er läuft.',
  'team-server-full': 'Der Server hat keinen Platz mehr.',
  'team-server-refused':
    'Der Server lehnt die Änderung ab. Vielleicht weiß er noch nicht, dass du Inhaber bist.',
};
