import type { Texts } from '../texts';

export const planWindows: Texts['planWindows'] = {
  title: 'Ventanas de los planes',
  rule: 'Las ventanas que ninguna herramienta registra se calculan a partir de los eventos guardados: empiezan en la hora en punto (UTC) de su primer evento y duran 5 horas; el ritmo cuenta desde ese evento.',
  recorded: (tool, time) => `Porcentajes y reinicios tal como ${tool} los registró por última vez: ${time}.`,
  limit: 'Límite',
  limitOf: (hours) => (hours % 24 === 0 ? `Ventana de ${hours / 24} días` : `Ventana de ${hours} horas`),
  used: (percent) => `${percent} usado`,
  limitResets: (when) => `se reinicia: ${when}`,
  ended: 'ya ha terminado',
  window: 'Ventana actual',
  noWindow: 'Ninguna. La siguiente empieza con el próximo evento.',
  soFar: 'Hasta ahora',
  pace: 'Ritmo por hora',
  paceLater: 'Se conoce 10 minutos después del primer evento',
  resets: 'Se reinicia',
  resetsIn: (hours, minutes) => (hours === 0 ? `en ${minutes} min` : `en ${hours} h ${minutes} min`),
  week: 'Últimos 7 días',
  tokens: (tokens) => `${tokens} tokens`,
};
