import { counted } from '../counted';
import type { Texts } from '../texts';

export const documents: Texts['documents'] = {
  title: 'Documentos',
  hint: 'Elige archivos PDF, Word, HTML, Markdown o de texto, o suéltalos aquí. Tokentab los lee y los cuenta en esta pestaña. No se envía ni se guarda nada hasta que tú lo digas.',
  choose: 'Elegir documentos',
  clear: 'Quitar todos',
  dropTitle: 'Suelta para contar documentos',
  dropHint: 'PDF, Word, HTML, Markdown o texto',
  table: 'Documentos',
  file: 'Archivo',
  size: 'Tamaño',
  pages: 'Páginas',
  textTokens: 'Tokens del texto',
  actions: 'Acciones',
  remove: (name) => `Quitar ${name}`,
  reading: 'Leyendo…',
  done: (count) => counted(count, 'documento contado.', 'documentos contados.'),
  pagesWithoutText: (count) =>
    `${counted(count, 'página no tiene', 'páginas no tienen')} texto, quizá por un escaneo. Un modelo que lee texto no verá nada de ellas.`,
  unreadable: (share) =>
    `El ${share} de este texto es ilegible: las fuentes del archivo no dicen qué letras dibujan.`,
  textMissing:
    'Falta parte del texto: no se han podido cargar tablas de caracteres chinos, japoneses o coreanos. Conéctate a internet y vuelve a añadir el archivo.',
  problems: {
    empty: 'Este archivo no tiene texto.',
    scan: 'Estas páginas son imágenes sin texto. Pasa antes el archivo por un reconocimiento de texto (OCR).',
    locked: 'Este archivo pide una contraseña. Guarda una copia sin ella.',
    damaged: 'Este archivo está incompleto o dañado. Ábrelo en su propio programa y vuelve a guardarlo.',
    'unknown-kind': 'Este archivo no es PDF, Word (.docx), HTML, Markdown ni texto.',
    'too-large':
      'Este archivo es demasiado grande: como máximo 64 MB, 5000 páginas y 20 millones de caracteres.',
    stuck: 'La lectura de este archivo tardó demasiado y se detuvo. Puede que esté dañado.',
    'not-stored':
      'El navegador no tiene espacio para el texto de este archivo. Libera espacio y vuelve a añadirlo.',
    'no-character-map':
      'El texto de este archivo necesita tablas de caracteres chinos, japoneses o coreanos que no se han podido cargar. Conéctate a internet y vuelve a añadir el archivo.',
    'same-as-another': 'Es el mismo archivo que otro de la lista. Cuenta una sola vez.',
  },
  keepOffline: 'Conservar para usar sin conexión',
  offline: {
    absent: 'Para contar documentos sin conexión hacen falta 1,2 MB más.',
    loading: 'Cargando…',
    ready: 'Listo sin conexión: se pueden contar documentos sin red.',
  },
  estimateTitle: (count) => `Estimación para ${counted(count, 'documento', 'documentos')}`,
  estimateHint:
    'Una llamada por documento: las instrucciones y el texto son el prompt, y el modelo responde una vez.',
  instructions: 'Tokens de instrucciones por llamada',
  answerLimit: 'Longitud máxima de la respuesta, en tokens',
  otherModel: 'Otro modelo',
  estimateTable: 'Tokens por modelo',
  model: 'Modelo',
  prompt: 'Prompt',
  answer: 'Respuesta',
  total: 'Total',
  basis: 'Base',
  range: (low, high) => `de ${low} a ${high}`,
  budgetsLeft: 'Lo que queda de los presupuestos de este mes',
  shareOfRest: (share) => `; este lote usaría ${share} de eso`,
  bases: {
    exact: 'Contado con el tokenizador de este modelo',
    measured: 'A partir de respuestas medidas de esta familia de modelos',
    assumed: 'Supuesto: este modelo no se ha medido',
  },
};
