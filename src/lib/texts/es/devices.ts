import type { Texts } from '../texts';

/** Los dispositivos de una persona, que una carpeta mantiene al día. */
export const devices: Texts['devices'] = {
  title: 'Tus dispositivos',
  text: 'Tokentab puede mantener al día tus dispositivos mediante una carpeta que Syncthing, Dropbox, iCloud Drive, OneDrive o un NAS copia entre ellos, o mediante un servidor de este sitio. Todo se cifra antes de salir de este dispositivo.',
  noFolder:
    'Este navegador no puede dar a un sitio web acceso permanente a una carpeta. Usa el servidor de este sitio si lo tiene, o Chrome o Edge, o incorpora cambios desde un archivo en «Otros dispositivos».',
  choose: 'Elegir una carpeta…',
  chooseServer: 'Usar el servidor de este sitio',
  noServer: 'Este sitio no tiene servidor para dispositivos. Quien lo administra puede añadir uno.',
  serverName: 'El servidor de este sitio',
  failed: 'No se pudieron poner al día los dispositivos.',

  chosen: (name) => `Carpeta: ${name}`,
  deviceName: 'Nombre de este dispositivo',
  deviceNameMissing: 'Da un nombre a este dispositivo, por ejemplo Portátil, para reconocerlo en la lista.',
  firstTitle: '¿Es tu primer dispositivo?',
  firstText: 'Empieza aquí y añade los demás con la clave que recibirás.',
  start: 'Empezar en este dispositivo',
  joinTitle: '¿Ya participan otros dispositivos?',
  joinText:
    'Introduce la clave que muestran en Ajustes → Tus dispositivos. Aquí no se pierde nada: los datos se combinan.',
  found: 'Ya participan otros dispositivos',
  key: 'Clave',
  lostTitle: '¿Perdiste la clave?',
  lostText:
    'Cualquier dispositivo que aún participe la muestra. Si no queda ninguno, empieza aquí con una clave nueva: lo que tiene cada dispositivo se queda en él.',
  startAgain: 'Empezar con una clave nueva',
  join: 'Unirse',
  joining: 'Uniéndose…',
  cancel: 'Cancelar',

  levels: {
    working: 'Comparando…',
    inStep: (when) => `Al día. Última comparación: ${when}.`,
    alone: 'Ningún otro dispositivo participa todavía. Añade uno con la clave.',
    allLeft: 'Ya no participa ningún otro dispositivo. Añade uno con la clave.',
    behind: 'Algunos archivos de otro dispositivo aún no han llegado o no están completos.',
    newer:
      'Otro dispositivo tiene una versión más reciente de Tokentab. Recarga esta página y acepta la nueva versión; después, tus dispositivos volverán a estar al día.',
    paused: (name) => `El navegador necesita de nuevo tu permiso para que Tokentab abra «${name}».`,
    gone: (name) =>
      `La carpeta «${name}» ya no está: se movió, se eliminó o su unidad no está conectada. Aquí no se ha perdido nada. Devuélvela a su lugar, o sal y elige otra.`,
    full: 'No queda espacio para los archivos compartidos. Aquí no se ha perdido nada; Tokentab lo reintenta cada minuto.',
    unreachable: 'El servidor no responde. Aquí no se ha perdido nada; Tokentab lo reintenta cada minuto.',
    refused:
      'El servidor aún no conoce este dispositivo. Entrega esta línea a quien lo administra. No es secreta.',
    taking: (file, of) =>
      `Incorporando el archivo ${file} de ${of}. Puedes cerrar Tokentab; la próxima vez continúa aquí.`,
    stopped: 'En pausa. Lo que ha llegado está aquí; el resto llegará cuando continúes.',
    waiting: 'Aún no se ha comparado.',
  },
  allow: 'Permitir el acceso',
  pause: 'Pausar',
  resume: 'Continuar',
  compare: 'Comparar ahora',
  list: 'Dispositivos',
  device: 'Dispositivo',
  heardOf: 'Última señal',
  state: 'Estado',
  here: 'Este dispositivo',
  unknown: 'Aún no se puede leer',
  states: { 'in-step': 'Al día', behind: 'Atrasado', newer: 'Versión más reciente', left: 'Ya no participa' },

  showKey: 'Mostrar la clave',
  hideKey: 'Ocultar la clave',
  keyText:
    'Introduce esta clave en tus otros dispositivos. Guarda una copia en tu gestor de contraseñas: quien la tenga puede leer lo que comparten tus dispositivos. Si se pierden todos, nadie podrá leerlo sin ella.',
  copyKey: 'Copiar la clave',
  copyAccess: 'Copiar la línea',
  scan: 'O apunta aquí la cámara del otro dispositivo. Abrirá este sitio con la clave.',
  scanLabel: 'Código QR con la clave',
  loopback:
    'Esta dirección solo funciona en este dispositivo. Abre Tokentab en una dirección que alcancen tus otros dispositivos.',
  leave: 'Salir…',
  leaveText:
    'Este dispositivo deja de participar y olvida la clave. Sus datos se quedan aquí, y lo que compartió se queda en los demás.',
  leaveNow: 'Salir',
  left: 'Este dispositivo ya no participa.',
  leftUnheard: 'Este dispositivo ya no participa. No se pudo avisar a los demás.',
};
