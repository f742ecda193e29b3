import { counted } from '../counted';
import type { Texts } from '../texts';

export const mapping: Texts['mapping'] = {
  title: 'Formatos personalizados',
  lead: 'Tokentab puede leer cualquier CSV, JSON o JSONL con fechas y recuentos de tokens. Asigna sus columnas una vez y los archivos parecidos se importarán automáticamente, tanto si los eliges o los sueltas como si vienen comprimidos o están en una carpeta conectada.',
  linkTitle: 'Otros archivos CSV y JSONL',
  linkText: (count) =>
    count === 0
      ? 'Puedes asignar tú las columnas de los archivos que Tokentab no reconoce.'
      : `${counted(count, 'formato personalizado se importa', 'formatos personalizados se importan')} automáticamente.`,
  open: 'Formatos personalizados',

  unknownTitle: 'Tablas no reconocidas',
  unknownText: 'Asigna sus columnas una vez para importarlas.',
  describe: 'Asignar columnas',
  describeNamed: (file) => `Asignar columnas: ${file}`,
  leaveOut: 'Ignorar',
  leaveOutNamed: (file) => `Ignorar: ${file}`,
  leftOut: (count) =>
    `${counted(count, 'archivo ignorado', 'archivos ignorados')}. No se te volverá a preguntar.`,
  sameColumns: (count) => `y ${counted(count, 'parecido más', 'parecidos más')}`,
  moreUnknown: (count) => `y ${counted(count, 'otro tipo de tabla', 'otros tipos de tabla')}`,

  savedTitle: 'Formatos guardados',
  savedNone: 'Aún no hay ninguno. Elige un archivo para asignar sus columnas.',
  chooseFile: 'Elegir un archivo',
  chooseOther: 'Elegir otro archivo',
  nameColumn: 'Nombre',
  columnsColumn: 'Columnas',
  changedColumn: 'Modificado',
  columnsCount: (count) => counted(count, 'columna', 'columnas'),
  menu: (name) => `Editar o eliminar ${name}`,
  edit: 'Editar',
  rename: 'Cambiar nombre',
  remove: 'Eliminar',
  removed: (name) => `«${name}» eliminado. Lo que importó se conserva.`,
  renamed: (before, after) => `«${before}» ahora se llama «${after}».`,
  renameTitle: 'Cambiar el nombre del formato',
  failed: 'No ha funcionado.',

  newTitle: 'Nuevo formato personalizado',
  editTitle: (name) => `Editar «${name}»`,
  notHere: 'Formato no encontrado',
  notHereHint: 'Puede que se haya eliminado.',
  back: 'Todos los formatos personalizados',
  chooseFirst: 'Elige el archivo cuyas columnas quieres asignar. Solo se lee aquí, en tu navegador.',
  chooseToCheck: 'Elige un archivo con este formato para ver qué se lee de él.',
  draftBack: (file) =>
    file === ''
      ? 'Se recuperó tu borrador.'
      : `Se recuperó tu borrador. Vuelve a elegir ${file} para importarlo al guardar.`,
  reading: 'Leyendo el archivo…',
  unreadable:
    'No se pudo leer el archivo. Puede que esté bloqueado, que no exista o que haya cambiado desde que lo elegiste.',
  noTable:
    'No se encontraron filas en este archivo. Una tabla necesita una línea de encabezado con filas debajo, u objetos JSON.',
  alreadyKnown: (name) => `«${name}» ya lee este formato, así que lo estás editando.`,
  wasDeleted: (name) =>
    `Tenías un formato para estos archivos, «${name}». Al guardar se restaura, para que nada cuente dos veces.`,

  previewTitle: (file) => `Primeras filas de ${file}`,
  previewLabel: 'Primeras filas del archivo',
  lineColumn: (isNumber) => (isNumber ? 'Fila' : 'Línea'),
  moreColumns: (count) => `${counted(count, 'columna más no se muestra', 'columnas más no se muestran')}.`,

  rowsAt: 'Dónde están las filas',
  rowsAtHint:
    'Un archivo puede contener varias listas. Los valores fuera de la lista aparecen como columnas que empiezan por «$.».',
  placeOption: (place, rows) =>
    `${place === '' ? 'El propio archivo' : place} (${rows >= 100 ? '100 filas o más' : counted(rows, 'fila', 'filas')})`,
  rowsAre: (place) => `Las filas están en ${place}.`,

  columnsTitle: 'Columnas',
  noColumn: 'ninguna columna',
  required: 'obligatorio',
  requiredNote: 'Son obligatorios una fecha y al menos un recuento.',
  fields: {
    occurredAt: 'Fecha',
    inputTokens: 'Tokens de entrada',
    cacheReadTokens: 'Leídos de la caché',
    cacheWrite5mTokens: 'Escritos en la caché',
    cacheWrite1hTokens: 'Escritos en la caché por 1 h',
    outputTokens: 'Tokens de salida',
    reasoningTokens: 'Tokens de razonamiento',
    totalTokens: 'Total, para comparar',
    model: 'Modelo',
    provider: 'Proveedor',
    project: 'Proyecto o carpeta',
    eventType: 'Tipo de llamada',
    sessionId: 'Sesión',
    id: 'Id de la fila',
  },
  totalHint: 'Se omiten las filas cuyos recuentos no suman este total.',
  idHint: 'Las filas con el mismo id cuentan una sola vez.',

  howTitle: 'Formato',
  dateFormat: 'Formato de fecha',
  dateFormats: {
    iso: '2026-11-30, también con hora',
    'year-month-day': '2026/11/30 (primero el año)',
    'day-month-year': '30.11.2026 (primero el día)',
    'month-day-year': '11/30/2026 (primero el mes)',
    'epoch-seconds': 'Segundos desde 1970',
    'epoch-milliseconds': 'Milisegundos desde 1970',
  },
  decimalSign: 'Signo decimal',
  decimalSigns: { '.': 'Punto: 1,234.0', ',': 'Coma: 1.234,0' },
  rows: 'Cada fila es',
  rowKinds: { call: 'una llamada', hour: 'la suma de una hora', day: 'la suma de un día' },
  rowsHint: 'Una exportación posterior puede tener una suma mayor, que entonces sustituye a la anterior.',
  inputHolds: 'Los tokens de entrada incluyen',
  inputContents: {
    'no cache tokens': 'ningún token de caché',
    'cache reads': 'lecturas de caché',
    'cache reads and writes': 'lecturas y escrituras de caché',
  },
  reasoning: 'Los tokens de razonamiento',
  reasoningPlaces: {
    'inside output': 'se incluyen en la salida',
    'on top of output': 'se suman a la salida',
  },
  llmMode: 'Los modelos se ejecutaron',
  llmModes: { cloud: 'en la nube', local: 'en tu propio dispositivo' },

  constantsTitle: 'Valores predeterminados',
  constantsText: 'Se usan cuando falta una columna o está vacía.',

  checkTitle: 'Vista previa',
  checkLabel: 'Vista previa de las primeras filas',
  checkSummary: (readable, rows, tokens) =>
    `Se leen ${readable} de las primeras ${rows} filas, con ${tokens} tokens.`,
  dateColumn: 'Fecha',
  input: 'Entrada',
  cache: 'Caché',
  output: 'Salida',
  total: 'Total',
  notRead: 'Omitidas:',
  noTokens: 'No cuenta: sin tokens.',
  fieldProblem: (count, reason) => `${counted(count, 'fila', 'filas')}: ${reason}`,
  absent: 'El archivo no tiene esa columna.',

  name: 'Nombre',
  nameHint: 'Se muestra como fuente del uso importado.',
  nameMissing: 'Escribe un nombre.',
  nameTaken: 'Otro formato tiene este nombre.',
  dateMissing: 'Elige la columna de la fecha.',
  tokensMissing: 'Elige una columna con recuentos de tokens.',
  nothingReadable: 'Con estos ajustes no se puede leer ninguna de estas filas.',
  onlyFilesTitle: 'Otra herramienta usa las mismas columnas',
  onlyFiles: 'Solo archivos cuyo nombre o carpeta contenga',
  onlyFilesHint: 'Solo estos archivos se leen entonces con este formato, y ningún otro formato los lee.',
  onlyFilesNotThis: 'El archivo elegido no tiene esto en su nombre ni en su carpeta.',
  onlyFilesMissing: 'Sin esto, dos formatos leerían los mismos archivos.',
  apart: 'Viene de otra herramienta: crear un formato aparte',
  apartNote: (name) =>
    `Los archivos ya importados con «${name}» siguen en él. Deshaz su importación antes de volver a importarlos.`,
  saveAndImport: 'Guardar e importar',
  saved: (name) => `«${name}» guardado.`,
  savedChanged: (name) =>
    `«${name}» guardado. Vuelve a importar sus archivos para aplicar los cambios; nada cuenta dos veces.`,
};
