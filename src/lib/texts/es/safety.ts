import { counted } from '../counted';
import type { Texts } from '../texts';

/** What was done to keep the data safe, and what a person can do for it. */
export const safety: Texts['safety'] = {
  markRestored:
    'El archivo de tu base de datos en el navegador estaba dañado al principio. Tokentab lo reparó y conservó una copia. Comprueba la integridad en los ajustes.',
  setAside: (size) =>
    `Se encontró un archivo dañado de ${size} en el almacenamiento de Tokentab. Se apartó, no se borró.`,

  title: 'Seguridad de los datos',
  text: 'Tus datos solo están en este navegador. Tokentab hace copias de seguridad automáticamente, después de cada importación y una vez al día, y abre cada copia para comprobarla.',
  levels: { green: 'A salvo', amber: 'Mejorable', red: 'Con daños' },
  advice: {
    nothing: 'No hay nada que hacer.',
    'back-up': 'No hay ninguna copia de seguridad reciente.',
    protect:
      'El navegador puede borrar tus datos cuando el disco está casi lleno, y no hay ninguna copia reciente fuera del navegador.',
    copy: 'Ninguna copia ha salido de este navegador en 30 días. Si se pierden los datos del navegador, se pierden también las copias de seguridad.',
    damaged:
      'La última comprobación encontró daños en la base de datos. Restaura la última copia de seguridad correcta o recupera lo que se pueda leer.',
  },
  backUp: 'Hacer copia de seguridad ahora',
  backingUp: 'Haciendo copia de seguridad…',
  backedUp: 'Copia de seguridad hecha y comprobada.',
  backUpFailed: 'La copia de seguridad falló.',
  protect: 'Proteger mis datos',
  saveCopy: 'Guardar una copia',
  lastBackup: 'Última copia de seguridad',
  lastCheck: 'Última comprobación',
  lastCopy: 'Última copia fuera de este navegador',
  never: 'Nunca',
  room: 'Espacio para copias de seguridad',
  roomUsed: (used, most) => `${used} de ${most} como máximo`,
  safari:
    'Safari borra los datos de un sitio web tras siete días sin visitas. Instala antes Tokentab (Compartir y después Añadir al Dock o Añadir a pantalla de inicio): a una app instalada no le afecta.',

  folder: 'Carpeta de copias de seguridad',
  folderText:
    'Tokentab también puede copiar cada copia de seguridad a una carpeta de tu disco, que se conserva si se pierden los datos del navegador.',
  chooseFolder: 'Elegir una carpeta…',
  folderIs: (name) => `Cada copia de seguridad se guarda también en «${name}».`,
  folderPaused: (name) =>
    `El navegador necesita de nuevo tu permiso para que Tokentab escriba en «${name}». Hasta entonces no se guarda allí ninguna copia de seguridad.`,
  allowFolder: 'Volver a permitir',
  stopFolder: 'Dejar de copiar',
  folderWorks: 'Copia de seguridad hecha y guardada en la carpeta.',
  folderFailed: 'No se pudo guardar la copia de seguridad en la carpeta.',

  backups: 'Copias de seguridad',
  noBackups: 'Aún no hay copias de seguridad.',
  when: 'Hecha',
  holds: 'Eventos de uso',
  eventCount: (count) => counted(count, 'evento de uso', 'eventos de uso'),
  size: 'Tamaño',
  actions: 'Acciones',
  before: { restore: 'antes de una restauración', merge: 'antes de incorporar cambios' },
  restore: 'Restaurar…',
  restoreOf: (when) => `Restaurar la copia de seguridad del ${when}`,
  download: 'Guardar',
  downloadOf: (when) => `Guardar como archivo la copia de seguridad del ${when}`,
  downloadFailed: 'No se pudo leer la copia de seguridad.',
  restoreFile: 'Restaurar desde un archivo…',

  look: 'Comprobando el archivo…',
  previewTitle: '¿Restaurar esta copia de seguridad?',
  previewText:
    'Antes se hace una copia de seguridad de tus datos actuales, y la restauración se puede deshacer.',
  previewTextAtOpening: 'Tus datos actuales se apartan, no se borran.',
  here: 'Datos actuales',
  there: 'En la copia de seguridad',
  projects: 'Proyectos',
  events: 'Eventos de uso',
  tokens: 'Tokens',
  from: 'Primer día',
  to: 'Último día',
  none: '–',
  losses: 'No se pudo leer todo:',
  lossOf: (table, rows) =>
    rows === null ? `${table}: una parte, no se sabe cuánto` : `${table}: ${counted(rows, 'fila', 'filas')}`,
  replace: 'Reemplazar los datos actuales',
  cancel: 'Cancelar',
  restoring: 'Restaurando…',
  restored: 'Se restauró la copia de seguridad.',
  restoreUndone: 'Se deshizo la restauración.',
  restoreFailed: 'No se pudo restaurar la copia de seguridad.',

  devices: 'Otros dispositivos',
  devicesText:
    'Reúne los datos de dos navegadores o dispositivos: guarda un archivo en uno e incorpóralo en el otro, y después al revés. El uso que ambos tienen cuenta una vez. Si ambos cambiaron lo mismo, se conserva el cambio más reciente. El archivo es lo único que sale de este navegador.',
  saveChanges: 'Guardar cambios para otro dispositivo',
  passphraseToSave: 'Frase de contraseña (opcional)',
  passphraseHint:
    'Con una frase de contraseña, el archivo se cifra y solo ella lo abre. Si se pierde, nadie puede recuperarla.',
  passphraseOfFile: 'Este archivo está cifrado. Frase de contraseña:',
  openFile: 'Abrir el archivo',
  savingChanges: 'Guardando…',
  takeIn: 'Incorporar cambios de un archivo…',
  takeInTitle: '¿Incorporar los cambios de este archivo?',
  takeInText:
    'Antes se hace una copia de seguridad de tus datos actuales, y la incorporación se puede deshacer.',
  nothingNew: 'Ya tienes todo lo que contiene este archivo.',
  comparing: 'Comparándolo con tus datos…',
  takingIn: 'Incorporando los cambios…',
  inFile: 'En el archivo',
  afterwards: 'Después',
  decisions: (count) =>
    `${counted(count, 'cambio', 'cambios')} de nombres, clientes, proyectos fijados, ajustes y precios ${count === 1 ? 'es más reciente' : 'son más recientes'} en el archivo.`,
  takeInNow: 'Incorporar cambios',
  tookIn: (events) =>
    events === 0
      ? 'Cambios incorporados.'
      : `Cambios incorporados: ${counted(events, 'evento de uso nuevo', 'eventos de uso nuevos', { many: 'de eventos de uso nuevos' })}.`,
  takeInUndone: 'Todo está como antes.',
  takeInFailed: 'No se pudieron incorporar los cambios.',

  rescue: 'Recuperar tus datos',
  rescueText: 'Cada opción se comprueba primero y no se borra nada.',
  salvage: 'Recuperar lo que se pueda leer…',
  salvageTitle: '¿Usar lo que se pudo recuperar?',
  recovered: 'Recuperado',
  salvageFailed: 'No se pudo recuperar nada.',
};
