import { counted } from '../counted';
import type { Texts } from '../texts';

export const connected: Texts['connected'] = {
  title: 'Carpetas conectadas',
  lead: 'Una carpeta conectada se lee automáticamente: al abrir Tokentab y cada vez que una herramienta escribe en ella. Tras un reinicio, el navegador puede volver a pedir permiso, pero no si Tokentab está instalado.',
  connect: 'Conectar carpeta',
  connectFailed: 'No se pudo conectar la carpeta.',
  startFailed: 'No se pudieron leer las carpetas conectadas.',
  forget: 'Desconectar',
  forgetLabel: (name) => `Desconectar la carpeta ${name}`,
  forgetFailed: 'No se pudo desconectar la carpeta.',
  resume: 'Reanudar',
  resumeLabel: (name) => `Reanudar la lectura de ${name}`,
  again: 'Reintentar',
  againLabel: (name) => `Volver a intentar leer ${name}`,
  pausedBanner: (names) => `En pausa hasta que vuelvas a permitir el acceso: ${names}.`,
  otherTab: 'Otra pestaña de Tokentab está leyendo esta carpeta.',
  waiting: 'Aún no se ha leído.',
  reading: 'Leyendo…',
  readingFiles: (done, all) => `Leyendo ${done} de ${counted(all, 'archivo', 'archivos')}…`,
  ready: (when) => `Al día desde el ${when}.`,
  watched: 'El uso nuevo aparece automáticamente.',
  notWatched: 'Este navegador no puede vigilar carpetas, así que esta se lee al abrir Tokentab.',
  added: (count) =>
    counted(count, 'evento de uso nuevo.', 'eventos de uso nuevos.', { many: 'de eventos de uso nuevos.' }),
  paused: 'El navegador necesita tu permiso para volver a leer esta carpeta.',
  refused:
    'El navegador bloquea el acceso a esta carpeta. Permítelo en los ajustes del sitio, junto a la dirección, o suelta la carpeta aquí.',
  gone: 'La carpeta ya no existe. Devuélvela a su lugar y reintenta, o desconéctala. El uso importado se conserva.',
};
