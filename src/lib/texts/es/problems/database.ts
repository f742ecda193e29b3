import { counted } from '../../counted';
import type { DatabaseProblems } from '../../../model/problems/database';
import type { Sentences } from '../../../model/problem';

export const database: Sentences<DatabaseProblems> = {
  'read-only-without-space':
    'No hay espacio para escribir, así que tus datos están abiertos solo para lectura. No se ha cambiado nada. Libera espacio y recarga la página.',
  'file-damaged': ({ detail }) => `El archivo de la base de datos está dañado: ${detail}.`,
  'missing-parent': ({ table, parent }) =>
    `Una fila de ${table} remite a una fila de ${parent} que no existe.`,
  'more-missing-parents': ({ count }) =>
    `${counted(count, 'fila más remite a otra que no existe', 'filas más remiten a otras que no existen')}.`,
  'rollup-differs': ({ time, table, project }) =>
    `El ${time}, ${table} no contiene la suma de los eventos del proyecto ${project}.`,
  'more-rollups-differ': ({ count, table }) =>
    `${counted(count, `fila más de ${table} difiere`, `filas más de ${table} difieren`)} de los eventos.`,
  'wrongly-dated': ({ count, zone }) =>
    `${counted(count, 'evento está', 'eventos están')} en un día o una hora distintos de los que dice su hora en ${zone}.`,
  'pin-without-position': ({ name }) => `El proyecto fijado «${name}» no tiene una posición propia.`,
  'more-pins-without-position': ({ count }) =>
    `${counted(count, 'proyecto fijado más no tiene', 'proyectos fijados más no tienen')} una posición propia.`,
  'import-ended': 'Esta importación ha terminado. Inicia otra para añadir más eventos.',
  'no-price-for-limit': 'No se conoce ningún precio de este modelo. Pon un límite en tokens.',
  'no-document-waiting': 'Ninguno de estos documentos está en espera. Añade antes alguno.',
  'import-undone': 'Esta importación se deshizo. Inicia otra.',
  'event-not-storable': ({ event, field }) =>
    `El evento ${event} de este lote no se puede guardar: ${field} no es válido.`,
  'records-unreadable': ({ detail }) => `No se pueden leer los registros de un lote: ${detail}`,
  'not-a-price-table':
    'Este archivo no es una tabla de precios que Tokentab lea. Usa data.json de genai-prices o model_prices_and_context_window.json de LiteLLM.',
  'no-such-command': ({ command }) => `El comando «${command}» no existe.`,
  'storage-cleared':
    'Los datos de este sitio se borraron mientras Tokentab estaba abierto. Guarda una copia ahora: aún se pueden exportar desde esta pestaña.',
  'newer-tab-open':
    'Hay una versión más reciente de Tokentab abierta en otra pestaña. Recarga esta página para continuar.',
  'database-not-opened': 'Tokentab no pudo abrir su base de datos. No se cambió nada.',
  'format-name-taken': 'Otro formato ya tiene este nombre. Elige uno distinto.',
  'format-changed-too-often': 'Este formato se cambió demasiadas veces. Crea uno nuevo con otro nombre.',
  'copy-not-made':
    'No se pudo hacer una copia de la base de datos, así que no se actualizó. No se cambió nada.',
  'not-a-tokentab-database': 'Este archivo no es una base de datos de Tokentab. No se cambió nada.',
  'backup-of-newer-version':
    'Este archivo es de una versión más reciente de Tokentab. Actualiza Tokentab y vuelve a intentarlo. No se cambió nada.',
  'backup-damaged': 'Este archivo está dañado o no es una base de datos SQLite.',
  'backup-unchecked': 'Hay que volver a comprobar este archivo antes de poder restaurarlo.',
  'wrong-passphrase': 'La frase de contraseña no es correcta.',
  'encrypted-file-damaged': 'El archivo cifrado está dañado o incompleto. No se cambió nada.',
  'compressed-file-damaged': 'Este archivo comprimido está dañado o incompleto.',
  'encrypted-without-passphrase':
    'Este archivo está cifrado, pero no con una frase de contraseña, así que no se puede abrir aquí.',
  'not-a-device-key':
    'Esta no es la clave de un dispositivo. Cópiala entera, desde AGE-SECRET-KEY-1 hasta el final.',
  'no-device-with-key': 'Ningún dispositivo con esta clave ha estado aquí todavía. Comprueba la clave.',
  'server-refuses-key': 'El servidor no conoce esta clave. Comprueba la clave.',
  'server-silent': 'El servidor no responde. Inténtalo más tarde.',
  'file-over-1-gib': 'Este archivo supera 1 GiB, más de lo que se puede abrir aquí.',
  'backup-not-read-back':
    'La copia de seguridad no se pudo volver a leer, así que no se conservó. Tus datos están como antes.',
  'not-a-checked-database': 'Esta no es una base de datos que Tokentab haya comprobado. No se cambió nada.',
  'merge-not-allowed': 'Este archivo contiene algo que no se puede incorporar. No se cambió nada.',
  'merge-times-wrong':
    'Las horas de este archivo son incorrectas, así que no se puede incorporar. No se cambió nada.',
  'copy-interrupted': 'Se interrumpió la creación o la lectura de una copia. Tus datos están como antes.',
  'database-file-gone':
    'El archivo de la base de datos ya no está donde Tokentab lo guardó. No se cambió nada.',
  'database-of-newer-version':
    'Esta base de datos es de una versión más reciente de Tokentab. No se cambió nada. Recarga la página para obtener esa versión.',
  'migration-ended-transaction': ({ migration }) =>
    `La migración ${migration} termina su propia transacción.`,
  'no-private-storage':
    'Este navegador o esta ventana no ofrece almacenamiento privado de archivos, así que aquí no se puede guardar nada. Lo habitual es que sea una ventana privada.',
  'storage-in-use':
    'Otra cosa tiene ocupado el almacenamiento de Tokentab. Tus datos están intactos. Cierra las demás ventanas de este sitio y recarga.',
  'quota-full': 'El disco, o el espacio que puede usar este sitio, está lleno. No se cambió nada.',
  'database-closed': 'La base de datos está cerrada.',
  'merge-into-itself': 'Elige otro proyecto con el que fusionar este.',
  'project-archived': ({ name }) => `«${name}» está archivado. Desarchívalo antes de fijarlo.`,
  'project-listed-twice': 'Un proyecto se nombra dos veces. Nombra una sola vez cada proyecto fijado.',
  'project-not-pinned': 'Uno de estos proyectos no está fijado. Fíjalo antes o no lo incluyas.',
  'no-such-project': 'Ese proyecto no existe. Puede que se haya quitado entretanto.',
  'write-failed':
    'El navegador no pudo escribir en el disco: lo más probable es que esté lleno, o que lo esté el espacio que puede usar este sitio. No se guardó nada de este paso, y lo que se guardó antes está a salvo. Libera espacio y reintenta.',
  'stored-file-damaged':
    'El archivo de la base de datos está dañado. Ya no se escribe nada en él. Expórtalo, si puedes, antes de hacer cualquier otra cosa.',
  'database-in-use':
    'Otra cosa está usando la base de datos. No se cambió nada; reintenta dentro de un momento.',
  unexpected: 'Algo falló dentro de Tokentab. Tus datos están como antes de este paso.',
  'unexpected-reload':
    'Algo falló dentro de Tokentab y hay que recargarlo. Lo que se guardó antes está a salvo.',
  'not-entered-by-hand': 'Solo se pueden cambiar o eliminar los eventos introducidos a mano.',
  'event-time-out-of-range':
    'La fecha de un evento de uso debe estar entre el 1 de enero de 2020 y pasado mañana.',
  'values-not-storable': 'Estos valores no se pueden guardar.',
  'worker-message-unreadable': 'No se pudo leer un mensaje del worker de la base de datos.',
  'database-worker-stopped':
    'El worker de la base de datos de Tokentab se detuvo. Lo guardado está a salvo. Recarga la página.',
  'memory-worker-stopped':
    'El navegador cerró el worker que tenía tus datos sin guardar, así que se han perdido. Recarga la página.',
  'connection-closed': 'Se cerró la conexión con la base de datos.',
  'no-answer-in-time': 'La base de datos no respondió a tiempo. Reintenta.',
  'not-opened-in-time':
    'No se pudo abrir la base de datos a tiempo. Puede que la tenga ocupada otra pestaña de Tokentab: cierra las demás y recarga.',
  'no-such-read': ({ read }) => `La consulta «${read}» no existe.`,
  'calls-not-confined':
    'Esta página aún no puede limitar las llamadas de Tokentab a una dirección. Recárgala una vez y reintenta.',
  'no-such-deleted-project': 'Ese proyecto eliminado no existe. Puede que se haya quitado entretanto.',
  'no-such-event': 'Ese evento no existe. Puede que se haya quitado entretanto.',
  'no-such-import': 'Esa importación no existe. Puede que se haya quitado entretanto.',
  'no-such-price-table': 'Esa tabla de precios no existe. Puede que se haya quitado entretanto.',
  'no-such-pricing-run': 'Ese cálculo de precios no existe. Puede que se haya quitado entretanto.',
  'no-such-batch': 'Ese lote no existe. Puede que se haya quitado entretanto.',
  'no-such-call': 'Esa llamada no existe. Puede que se haya quitado entretanto.',
  'no-such-document': 'Ese documento no existe. Puede que se haya quitado entretanto.',
  'no-such-address': 'Esa dirección no existe. Puede que se haya quitado entretanto.',
  'invalid-argument': ({ hint }) => `Los datos introducidos no son válidos: ${hint}`,
  'nothing-stored': 'Este navegador no tiene ningún archivo de Tokentab.',
  'documents-need-storage': 'Los documentos no se pueden guardar mientras los datos solo estén en memoria.',
  'no-saved-address': 'Esa dirección no existe. Añádela en la página de extracción.',
  'file-misnamed': 'Este archivo tiene el nombre de otro.',
  'file-of-newer-version': 'Una versión más reciente de Tokentab escribió este archivo.',
  'team-changes-elsewhere':
    'El uso de un equipo viene de sus miembros, y sus proyectos, de su propietario. Aquí no se puede cambiar.',
  'not-a-team-database': 'Esta no es la base de datos de un equipo. No se cambió nada.',
  'not-in-team': 'El equipo no tiene ese proyecto o miembro. No se cambió nada.',
};
