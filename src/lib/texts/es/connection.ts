import type { Texts } from '../texts';
import { usageEvents } from './words';

/** What a person reads when the database cannot be opened: what happened, what is safe, what to do. */
export const connection: Texts['connection'] = {
  upgrade: {
    title: 'Actualizando tu base de datos',
    body: 'Tokentab está actualizando tu base de datos para que ocupe la cuarta parte. Ocurre una sola vez y puede tardar unos minutos. Puedes cerrar esta página: no se pierde nada y la actualización vuelve a empezar la próxima vez.',
  },
  readOnly: {
    title: 'Solo lectura',
    body: 'El disco o la cuota de almacenamiento de este sitio están llenos, así que no se puede guardar nada. Puedes ver todos tus datos y guardar una copia. Libera espacio y vuelve a intentarlo.',
    damaged:
      'Se ha encontrado un daño en el archivo de la base de datos, así que ya no se escribe nada en él. Puedes ver tus datos y guardar una copia. En los ajustes, restaura la última copia de seguridad buena o recupera lo que se pueda leer.',
    getBack: 'Recuperar tus datos',
  },
  details: 'Detalles técnicos',
  reload: 'Recargar',
  tryAgain: 'Reintentar',
  saveCopy: 'Guardar una copia',
  saveCopyFailed: 'No se pudo guardar la copia.',
  saveRawFile: 'Guardar el archivo sin procesar',
  rawFileFailed: 'No se pudo leer el archivo sin procesar.',
  tryWithoutSaving: 'Probar sin guardar',
  noStorage: {
    title: 'Esta ventana no puede guardar tus datos',
    body: 'Tokentab lo guarda todo en el almacenamiento privado de archivos de este navegador, que no está disponible en esta ventana. Las ventanas privadas no suelen tenerlo. No se ha perdido nada.',
    hint: 'Abre Tokentab en una ventana normal de Chrome, Edge, Firefox o Safari. O pruébalo sin guardar: lo que importes se pierde al cerrar la pestaña.',
  },
  busy: {
    title: 'Tu base de datos está en uso en otro lugar',
    body: 'Otra ventana u otro programa está usando el almacenamiento. Tus datos están a salvo.',
    hint: 'Cierra las demás ventanas de Tokentab y reintenta.',
  },
  corrupt: {
    title: 'Tu base de datos está dañada',
    body: 'SQLite indica que el archivo está dañado. Tokentab ha dejado de escribir en él para que el daño no crezca.',
    hint: 'Tus archivos de log están intactos. Guarda primero el archivo sin procesar: casi siempre se puede recuperar la mayor parte. Después recarga. No borres los datos de este sitio.',
  },
  newer: {
    title: 'Tus datos son de una versión más reciente de Tokentab',
    body: 'Esta página es de una versión anterior y nunca escribe en datos más recientes. Tus datos están a salvo.',
    hint: 'Recarga para obtener la versión actual. Si vuelves a ver esta página, cierra todas las pestañas de Tokentab y abre una de nuevo.',
  },
  gone: {
    title: 'Los datos guardados se borraron mientras Tokentab estaba abierto',
    body: 'Se eliminaron los datos de este sitio. Puede que esta pestaña aún tenga una copia completa, pero ya no está en el disco.',
    hint: 'Guarda una copia ahora, antes de recargar o cerrar esta pestaña.',
  },
  missing: {
    title: 'Tus datos ya no están donde se guardaron',
    body: 'Falta el archivo de la base de datos en el almacenamiento de este navegador, aunque los demás datos del sitio siguen ahí. No se cambió nada ni se creó una base de datos vacía en su lugar.',
    hint: 'Puede que algo ajeno a Tokentab lo haya eliminado o que haya fallado el disco. Restaura una copia de seguridad si la hay; si no, empieza de nuevo e importa tus logs.',
    lastSeen: (events, day) => `La última vez que se vio, el ${day}, contenía ${usageEvents(events)}.`,
  },
  startEmpty: 'Empezar con una base de datos vacía',
  startEmptyText: 'Lo que está guardado ahora se aparta, no se borra.',
  full: {
    title: 'El almacenamiento está lleno',
    body: 'El disco o la cuota de almacenamiento de este sitio están llenos. Todo lo que se guardó antes está a salvo.',
    hint: 'Libera espacio y reintenta.',
  },
  other: {
    title: 'Tokentab no pudo abrir tu base de datos',
    body: 'Tus datos no han cambiado.',
    hint: 'Recarga la página. Si vuelve a ocurrir, copia los detalles en un informe de error.',
  },
  outdated: {
    title: 'Hay una versión más reciente de Tokentab abierta en otra pestaña',
    body: 'Esta pestaña ejecuta una versión anterior y se ha detenido para que nunca escriban dos versiones a la vez. Tus datos están a salvo.',
    hint: 'Recarga esta pestaña para continuar.',
  },
};
