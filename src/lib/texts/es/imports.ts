import { counted } from '../counted';
import type { Texts } from '../texts';
import { tokens, usageEvents } from './words';

const files = (count: number) => counted(count, 'archivo', 'archivos');

export const imports: Texts['imports'] = {
  title: 'Importar',
  lead: 'Suelta una carpeta de logs o pega la respuesta de una API. Si vuelves a importar la misma carpeta, solo se añade lo nuevo.',
  dropTitle: 'Suelta carpetas o archivos aquí',
  dropHint:
    'Logs de Claude Code, Codex, Gemini, OpenCode, Copilot y unas cincuenta herramientas más, y exportaciones de proveedores y proxies, también comprimidos (.zip, .tar, .gz, .zst). Solo se conservan los recuentos de tokens, el modelo, la carpeta y la hora; los prompts y las respuestas, nunca.',
  chooseFolder: 'Elegir carpeta',
  chooseFiles: 'Elegir archivos',
  paste: 'Pegar',
  pastedName: 'Texto pegado',
  pasteEmpty: 'El portapapeles no tiene texto. Copia antes una respuesta de API o filas de una tabla.',
  pasteRefused: 'El navegador no permite leer el portapapeles. Pulsa Ctrl V (⌘ V en un Mac) en esta página.',
  pathsTitle: 'Dónde están los logs',
  pathsHint: 'Los diálogos de archivos ocultan las carpetas que empiezan por un punto. Pulsa',
  pathsMac: '⌘ ⇧ .',
  pathsMacSuffix: 'en un Mac o',
  pathsLinux: 'Ctrl H',
  pathsLinuxSuffix: 'en Linux para mostrarlas, pega la ruta o suelta aquí la carpeta.',
  pathsWindows: 'En Windows, ~ es tu carpeta de usuario: por ejemplo, %USERPROFILE%\\.claude\\projects.',
  findTool: 'Buscar una herramienta',
  system: 'Sistema operativo',
  inUse: 'Ya importado',
  inProject: 'en un proyecto',
  noSuchTool:
    'No hay ninguna herramienta con ese nombre. Suelta su carpeta de todos modos: los archivos se reconocen por su contenido.',
  allTools: (count) => `Mostrar las ${count} herramientas`,
  onlyDropped: 'Este navegador no te deja elegir esta carpeta. Suéltala aquí.',
  wholeFolder:
    'También puedes soltar toda tu carpeta personal o la del editor: Tokentab encuentra los logs que contiene e ignora el resto.',
  copyPath: (path) => `Copiar ${path}`,
  retention: 'Claude Code borra sus logs a los 30 días. Lo que hayas importado se conserva.',

  running: 'Importando',
  collecting: 'Buscando archivos…',
  foundTools: (names) => `Se encontraron logs de ${names}.`,
  filesProgress: (done, all) => `${done} de ${files(all)}`,
  bytesProgress: (done, all) => `${done} de ${all}`,
  eventsProgress: usageEvents,
  left: (time) => `faltan unos ${time}`,
  progressLabel: 'Progreso de la importación',
  cancelling: 'Deteniendo…',
  alreadyRunning: 'Ya hay una importación en curso. Espera a que termine o cancélala.',

  done: 'Importación terminada',
  cancelled: 'Importación detenida',
  cancelledHint: 'Todo lo leído hasta ahora está guardado. Vuelve a importar para leer el resto.',
  failed: 'La importación falló',
  failedHint: 'Todo lo importado hasta ahora se conserva. Volver a importar no cuenta nada dos veces.',
  nothing: 'Nada que importar',
  nothingHint: 'Lo que soltaste o elegiste no contiene archivos legibles.',
  nothingRecognised: 'Estos archivos no contienen logs de uso que Tokentab reconozca.',
  seeMonth: (month) => `Ver ${month ?? 'este mes'}`,
  result: {
    filesRead: 'Archivos leídos',
    eventsAdded: 'Eventos de uso añadidos',
    eventsReplaced: 'Sustituidos por un registro más completo',
    duplicates: 'Ya conocidos',
    filesUnchanged: 'Archivos sin cambios desde la última importación',
    filesSkipped: 'Archivos omitidos',
    problems: 'Problemas',
  },

  problemsTitle: 'Qué se omitió y por qué',
  problemsCount: (count) => counted(count, 'problema', 'problemas'),
  leftOut: 'Omitidos',
  file: 'Archivo',
  line: 'Línea',
  reason: 'Motivo',
  count: 'Veces',
  moreProblems: (count) => `y ${count} más`,

  health: {
    fine: (when) => `Los logs se leyeron por última vez el ${when}, sin problemas.`,
    problems: (when, count) =>
      `Los logs se leyeron por última vez el ${when}, con ${counted(count, 'problema', 'problemas')}: puede faltar uso.`,
    stopped: (when) => `La última importación se detuvo el ${when}: puede faltar uso.`,
    unfinished: (when) => `La importación del ${when} no terminó: puede faltar uso.`,
    unread: (folders, when) =>
      `No se está leyendo: ${folders}.${when === undefined ? '' : ` Los logs se leyeron por última vez el ${when}.`}`,
    link: 'Ir a las importaciones',
  },
  historyTitle: 'Importaciones',
  historyNone: 'Aún no hay importaciones.',
  corrected: (events, tokenCount) =>
    `Una versión anterior contó más de una vez algunas respuestas de Claude Code. Esta versión quitó ${counted(events, 'duplicado', 'duplicados')}, así que tus totales bajan en ${tokens(tokenCount)}.`,
  when: 'Cuándo',
  source: 'Fuente',
  status: 'Estado',
  added: 'Añadidos',
  undo: 'Deshacer',
  undoLabel: (when) => `Deshacer la importación del ${when}`,
  undone: (count) =>
    `${counted(count, 'evento de uso eliminado', 'eventos de uso eliminados', { many: 'de eventos de uso eliminados' })} de esa importación.`,
  undoFailed: 'No se pudo deshacer la importación. No se cambió nada.',
  statuses: { running: 'Sin terminar', finished: 'Terminada', cancelled: 'Detenida', undone: 'Deshecha' },
  sources: { mixed: 'Varias', manual: 'Introducido a mano', extraction: 'Extracción' },
  unnamedFormat: 'Formato sin nombre',
  noSource: 'Nada reconocido',
  undoAnyway: 'Deshacer de todos modos',
  undoExtraction:
    'Estos tokens se usaron de verdad y no están en ningún otro log. Al deshacer, desaparecen de todos los números para siempre.',
};
