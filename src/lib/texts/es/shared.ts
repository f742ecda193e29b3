import { counted } from '../counted';
import type { Texts } from '../texts';

export const shared: Texts['shared'] = {
  title: (count) => `${counted(count, 'archivo compartido', 'archivos compartidos')} con Tokentab`,
  hint: 'Se guardan aquí hasta que decidas, incluso sin conexión. Cualquier página podría haberlos enviado, así que no se importa nada sin preguntar.',
  import: 'Importarlos',
  discard: 'Descartar',
  unreadable: 'Tokentab no pudo comprobar si hay archivos compartidos.',
  notDropped: 'No se pudieron quitar los archivos compartidos. Se te volverá a preguntar por ellos.',
  refusals: {
    nothing: 'Lo que compartiste no contenía archivos. Comparte archivos de log o exportaciones.',
    'too-much':
      'Es demasiado para compartirlo de una vez. Suelta los archivos aquí: así se leen donde están.',
    'not-kept':
      'No se pudieron guardar los archivos compartidos. No se importó nada. Suelta los archivos aquí.',
  },
};
