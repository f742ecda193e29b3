import type { OtherKind, ImportingProblems } from '../../../model/problems/importing';
import type { Sentences } from '../../../model/problem';
import { counted } from '../../counted';

const kinds: Record<OtherKind, string> = {
  picture: 'una imagen',
  document: 'un documento',
  program: 'un programa o su código fuente',
  media: 'audio o vídeo',
  font: 'una fuente tipográfica',
  data: 'datos de otro programa',
  setting: 'un archivo de bloqueo o de configuración',
};

const named = (error: string) => (error === '' ? '' : ` (${error})`);

export const importing: Sentences<ImportingProblems> = {
  unrecognized: 'No es un log de uso que Tokentab reconozca.',
  'hidden-file': 'Los archivos ocultos no se leen.',
  'empty-file': 'El archivo está vacío.',
  'file-unreadable': 'No se pudo leer el archivo.',
  'scan-worker-stopped': 'El worker que lee archivos se detuvo.',
  'scan-worker-not-started':
    'No se pudo iniciar la parte de Tokentab que lee archivos. Comprueba la conexión, recarga la página y vuelve a importar.',
  'scan-worker-garbled': 'El worker que lee archivos envió algo ilegible.',
  'reading-stopped': 'La lectura se detuvo.',
  'no-such-source': 'Tokentab no conoce ninguna fuente con ese nombre.',
  'archive-too-large':
    'El archivo comprimido ocupa al descomprimirse mucho más que un log; el resto se omitió.',
  'archive-too-many-files': 'El archivo comprimido contiene demasiados archivos; el resto se omitió.',
  'archive-needs-memory': 'El archivo comprimido necesita más memoria que un log.',
  'compressed-file-broken': 'El archivo comprimido está dañado o cortado.',
  'archive-broken': 'El archivo comprimido está dañado o cortado.',
  'archive-too-deep': 'El archivo comprimido está anidado a demasiada profundidad en otros.',
  'unrecognized-like': ({ extension }) =>
    `No es un log de uso que Tokentab reconozca. (${extension === '' ? 'sin extensión' : `.${extension}`})`,
  'similar-files-skipped': ({ extension }) =>
    `Ninguno de cien archivos similares (${extension === '' ? 'sin extensión' : `.${extension}`}) era un log de uso, así que los demás se omitieron, salvo en las carpetas de herramientas conocidas. Para leer algunos, elige solo su carpeta.`,
  'other-kind-of-file': ({ kind, extension }) =>
    `No es un log de uso: ${kinds[kind]} (.${extension}). Otros parecidos también se omitieron.`,
  'more-problems': ({ count }) => `y ${counted(count, 'más', 'más')}`,
  'file-unopened': ({ error }) =>
    `El navegador no pudo abrirlo; puede que esté bloqueado o que ya no exista${named(error)}.`,
  'file-changed-or-missing': ({ error }) =>
    `No se pudo leer el archivo; puede que esté bloqueado, que ya no exista o que haya cambiado desde que se eligió${named(error)}.`,
  'reading-failed': ({ why }, say) => `La lectura del archivo falló: ${say(why)}`,
  'archived-file-encrypted': 'El archivo dentro del comprimido está cifrado.',
  'archived-file-unknown-method':
    'El archivo dentro del comprimido está empaquetado de una forma desconocida.',
};
