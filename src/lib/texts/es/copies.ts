import type { Texts } from '../texts';

export const copies: Texts['copies'] = {
  title: 'Posiblemente contado dos veces',
  text: 'Dos fuentes tienen uso de los mismos modelos en los mismos días. Si una de ellas es un gateway, una traza o una exportación que registró las llamadas de la otra, esas llamadas cuentan dos veces. Los archivos no lo revelan, así que decides tú. Lo que excluyas sigue guardado y se puede volver a contar.',
  side: (tokens, projects) => `${tokens} en ${projects}`,
  more: (count) => `${count} más`,
  leaveOut: (source) => `Excluir ${source}`,
  countBoth: 'Contar ambas',
  leftOutToast: (source, tokens) => `Excluidos ${tokens} de ${source}.`,
  bothToast: (one, other) => `Cuentan tanto ${one} como ${other}.`,
  decisions: 'Decisiones sobre copias',
  leftOut: (source, tokens, beside) =>
    `${source}: ${tokens} excluidos, porque ${beside} tiene los mismos modelos`,
  both: (source, beside) => `${source}: cuenta junto con ${beside}`,
  countAgain: 'Volver a contar',
  askAgain: 'Volver a preguntar',
  countAgainLabel: (source, when) => `Volver a contar ${source} del ${when}`,
  askAgainLabel: (source, when) => `Volver a preguntar por ${source} del ${when}`,
  takenBackToast: (source) => `Decisión sobre ${source} retirada.`,
  failed: 'No se pudo guardar la decisión. No se cambió nada.',
};
