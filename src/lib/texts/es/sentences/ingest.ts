import type { SentenceTemplates } from '../../sentence-templates';

/** What reading files says about those that it left out. */
export const ofIngest: SentenceTemplates = [
  ['Not a usage log that Tokentab recognizes.', 'No es un log de uso que Tokentab conozca.'],
  [
    'Not a usage log that Tokentab recognizes. (no extension)',
    'No es un log de uso que Tokentab conozca. (sin extensión)',
  ],
  [
    'None of a hundred similar files (no extension) was a usage log, so the others were skipped, except in the folders of known tools. To read some of them, choose only their folder.',
    'Ninguno de cien archivos similares (sin extensión) era un log de uso, así que los demás se omitieron, salvo en las carpetas de herramientas conocidas. Para leer algunos, elige solo su carpeta.',
  ],
  [
    'None of a hundred similar files (.{}) was a usage log, so the others were skipped, except in the folders of known tools. To read some of them, choose only their folder.',
    'Ninguno de cien archivos similares (.{}) era un log de uso, así que los demás se omitieron, salvo en las carpetas de herramientas conocidas. Para leer algunos, elige solo su carpeta.',
  ],
  ['Not a usage log that Tokentab recognizes. (.{})', 'No es un log de uso que Tokentab conozca. (.{})'],
  [
    'Not a usage log: {said} (.{}). Others like it were skipped too.',
    'No es un log de uso: {} (.{}). Otros parecidos también se omitieron.',
  ],
  ['The worker could not be loaded.', 'No se pudo cargar el worker.'],
  ['a picture', 'una imagen'],
  ['a document', 'un documento'],
  ['a program or its source', 'un programa o su código fuente'],
  ['sound or video', 'audio o vídeo'],
  ['a font', 'una fuente tipográfica'],
  ['data of another program', 'datos de otro programa'],
  ['a lock or setting', 'un bloqueo o una configuración'],
  ['Hidden files are not read.', 'Los archivos ocultos no se leen.'],
  ['The file is empty.', 'El archivo está vacío.'],
  ['and {} more', 'y {} más'],
  [
    'The browser could not open it; it may be locked or missing{}.',
    'El navegador no pudo abrirlo; puede que esté bloqueado o que ya no exista{}.',
  ],
  [
    'The file could not be read; it may be locked, missing, or changed since it was chosen{}.',
    'No se pudo leer el archivo; puede que esté bloqueado, que ya no exista o que haya cambiado desde que se eligió{}.',
  ],
  ['The file could not be read.', 'No se pudo leer el archivo.'],
  ['The file cannot be read.', 'No se puede leer el archivo.'],
  ['Reading the file failed: {said}', 'La lectura del archivo falló: {}'],
  ['The worker that reads files stopped.', 'El worker que lee archivos se detuvo.'],
  [
    'The part of Tokentab that reads files could not be started. Please check the connection, reload the page and import again.',
    'No se pudo iniciar la parte de Tokentab que lee archivos. Comprueba la conexión, recarga la página y vuelve a importar.',
  ],
  [
    'The worker that reads files sent something unreadable.',
    'El worker que lee archivos envió algo ilegible.',
  ],
  ['Reading was stopped.', 'La lectura se detuvo.'],
  ['Tokentab has no source with this name.', 'Tokentab no conoce ninguna fuente con ese nombre.'],
  ['Storage {} could not be written.', 'No se pudo escribir en el almacenamiento {}.'],
  ['Storage {} could not be opened.', 'No se pudo abrir el almacenamiento {}.'],
  [
    'The archive is far larger unpacked than a log would be; the rest was skipped.',
    'El archivo comprimido ocupa al descomprimirse mucho más que un log; el resto se omitió.',
  ],
  [
    'The archive contains too many files; the rest were skipped.',
    'El archivo comprimido contiene demasiados archivos; el resto se omitió.',
  ],
  [
    'The compressed file needs more memory than a log would.',
    'El archivo comprimido necesita más memoria que un log.',
  ],
  ['The compressed file is broken or cut off.', 'El archivo comprimido está dañado o cortado.'],
  ['The file in the archive {said}.', 'El archivo dentro del archivo comprimido {}.'],
  ['is encrypted', 'está cifrado'],
  ['is packed in an unknown way', 'usa una compresión desconocida'],
  ['The archive is broken or cut off.', 'El archivo comprimido está dañado o cortado.'],
  [
    'The archive is nested too deeply in other archives.',
    'El archivo comprimido está anidado demasiado hondo en otros.',
  ],
];
