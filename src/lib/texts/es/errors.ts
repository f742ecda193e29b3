import type { ErrorCode } from '../../model/errors';

/** For what is only told to programs, one for each code; what exactly was wrong stands, in English, in the details. */
export const errors: Record<ErrorCode, string> = {
  NoStorage: 'Esta ventana no ofrece almacenamiento para tus datos.',
  StorageBusy: 'El almacenamiento está en uso en otro lugar.',
  StorageFull: 'No queda espacio libre. Lo que se guardó antes está a salvo.',
  StorageGone: 'Los datos guardados se borraron.',
  DataMissing: 'El archivo de la base de datos ya no está donde Tokentab lo guardó.',
  Corrupt: 'La base de datos está dañada.',
  NewerData: 'Los datos son de una versión más reciente de Tokentab.',
  LeaderLost:
    'La pestaña que tenía abierta la base de datos ya no está y ninguna otra tomó su lugar a tiempo.',
  NoCaller: 'El navegador no limita las llamadas de Tokentab en esta página. Vuelve a cargarla una vez.',
  Timeout: 'La respuesta no llegó a tiempo.',
  BadInput: 'Los datos introducidos no son válidos.',
  NotFound: 'Eso ya no existe.',
  Cancelled: 'Se detuvo.',
  Unexpected: 'Algo falló dentro de Tokentab. Tus datos están como antes de este paso.',
};
