import type { Texts } from '../texts';

/** Los dispositivos de una persona, que una carpeta mantiene al día. */
export const devices: Texts['devices'] = {
  title: 'Tus dispositivos',
  text: 'Tokentab puede mantener al día tus dispositivos mediante una carpeta que Syncthing, Dropbox, iCloud Drive, OneDrive o un NAS copia entre ellos. Todo lo que contiene está cifrado, y Tokentab no envía nada.',
  unsupported:
    'Este navegador no puede conservar una carpeta para un sitio web. Usa Chrome o Edge en este dispositivo, o incorpora archivos en «Otros dispositivos».',
  choose: 'Elegir una carpeta…',
  failed: 'No se pudieron poner al día los dispositivos.',

  chosen: (name) => `Carpeta: ${name}`,
  deviceName: 'Nombre de este dispositivo',
  firstTitle: '¿Es tu primer dispositivo?',
  firstText: 'Empieza aquí y añade los demás con la clave que recibirás.',
  start: 'Empezar en este dispositivo',
  joinTitle: '¿Ya usan otros dispositivos esta carpeta?',
  joinText:
    'Introduce la clave que muestran en Ajustes → Tus dispositivos. Aquí no se pierde nada: los datos de ambos se reúnen.',
  found: 'Otros dispositivos ya usan esta carpeta',
  key: 'Clave',
  join: 'Unirse',
  joining: 'Uniéndose…',
  cancel: 'Cancelar',

  levels: {
    working: 'Comparando con la carpeta…',
    inStep: (when) => `Al día. Última comparación: ${when}.`,
    alone: 'Ningún otro dispositivo usa esta carpeta todavía. Añade uno con la clave.',
    behind: 'Algunos archivos de otro dispositivo aún no han llegado o no están completos.',
    newer:
      'Otro dispositivo tiene una versión más nueva de Tokentab. Recarga esta página para actualizar y volverán a estar al día.',
    paused: (name) => `El navegador quiere volver a preguntar antes de que Tokentab abra «${name}».`,
    gone: (name) =>
      `La carpeta «${name}» ya no está: se movió, se eliminó o su unidad no está conectada. Aquí no se ha perdido nada. Devuélvela a su lugar, o sal y elige otra.`,
    full: 'No queda espacio para la carpeta. Aquí no se ha perdido nada; Tokentab lo reintenta cada minuto.',
    waiting: 'Aún no se ha comparado.',
  },
  allow: 'Permitir el acceso',
  compare: 'Comparar ahora',
  list: 'Dispositivos',
  device: 'Dispositivo',
  heardOf: 'Última señal',
  state: 'Estado',
  here: 'este dispositivo',
  unknown: 'Aún no se puede leer',
  states: { 'in-step': 'Al día', behind: 'Atrasado', newer: 'Versión más nueva', left: 'Salió' },

  showKey: 'Mostrar la clave',
  hideKey: 'Ocultar la clave',
  keyText:
    'Introduce esta clave en tus otros dispositivos. Guarda una copia en tu gestor de contraseñas: quien la tenga puede leer la carpeta. Si se pierden todos tus dispositivos, nadie podrá abrir la carpeta sin ella.',
  copyKey: 'Copiar la clave',
  leave: 'Salir…',
  leaveText:
    'Este dispositivo deja de leer y escribir la carpeta. Sus datos se quedan aquí, lo que compartió se queda con los demás, y olvida la clave.',
  leaveNow: 'Salir de la carpeta',
  left: 'Este dispositivo ha salido.',
};
