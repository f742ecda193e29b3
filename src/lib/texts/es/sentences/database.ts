import type { SentenceTemplates } from '../../sentence-templates';

/** What the database, its check and the line to it say. What is wrong with a call of a program stays English. */
export const ofDatabase: SentenceTemplates = [
  [
    'There is no space left, so your data is read-only. Nothing was changed. Free some space, then reload the page.',
    'No hay espacio para escribir, así que tus datos están abiertos solo para lectura. No se ha cambiado nada. Libera espacio y recarga la página.',
  ],
  ['The database file is damaged: {}.', 'El archivo de la base de datos está dañado: {}.'],
  [
    'A row of {} refers to a row of {} that does not exist.',
    'Una fila de {} remite a una fila de {} que no existe.',
  ],
  ['{} more rows refer to rows that do not exist.', '{} filas más remiten a otras que no existen.'],
  [
    'On {}, {} does not match the sum of the events of project {}.',
    'El {}, {} no contiene la suma de los eventos del proyecto {}.',
  ],
  ['{} more rows of {} differ from the events.', '{} filas más de {} difieren de los eventos.'],
  [
    '{} events are stored under a different day or hour than their time in {}.',
    '{} eventos están en un día o una hora distintos de los que dice su hora en {}.',
  ],
  ['The pin of “{}” has no position of its own.', 'El proyecto fijado «{}» no tiene una posición propia.'],
  ['{} more pins have no position of their own.', '{} proyectos fijados más no tienen una posición propia.'],
  [
    'This import has ended. Start a new one to add more events.',
    'Esta importación ha terminado. Inicia otra para añadir más eventos.',
  ],
  [
    'No price is known for this model. Set a limit in tokens instead.',
    'No se conoce ningún precio de este modelo. Pon un límite en tokens.',
  ],
  [
    'None of these documents is waiting. Add some first.',
    'Ninguno de estos documentos está en espera. Añade antes alguno.',
  ],
  ['This import was undone. Start a new one.', 'Esta importación se deshizo. Inicia otra.'],
  [
    'Event {} of this batch cannot be stored: its {} is not valid.',
    'El evento {} de este lote no se puede guardar: {} no es válido.',
  ],
  ['The records of a batch cannot be read: {said}', 'No se pueden leer los registros de un lote: {}'],
  [
    'Tokentab can’t read this price table. Choose data.json of genai-prices or model_prices_and_context_window.json of LiteLLM.',
    'Este archivo no es una tabla de precios que Tokentab lea. Usa data.json de genai-prices o model_prices_and_context_window.json de LiteLLM.',
  ],
  ['There is no command “{}”.', 'El comando «{}» no existe.'],
  [
    'This site’s data was cleared while Tokentab was open. Save a copy now: it can still be exported from this tab.',
    'Los datos de este sitio se borraron mientras Tokentab estaba abierto. Guarda una copia ahora: aún se pueden exportar desde esta pestaña.',
  ],
  [
    'A newer Tokentab is open in another tab. Reload this page to continue.',
    'Hay una versión más reciente de Tokentab abierta en otra pestaña. Recarga esta página para continuar.',
  ],
  [
    'Tokentab could not open its database. Nothing was changed.',
    'Tokentab no pudo abrir su base de datos. No se cambió nada.',
  ],
  ['The saved mapping {} cannot be read.', 'La asignación guardada {} no se puede leer.'],
  [
    'Another format has this name. Choose a different one.',
    'Otro formato ya tiene este nombre. Elige uno distinto.',
  ],
  [
    'This format was changed too often. Create a new one under another name.',
    'Este formato se cambió demasiadas veces. Crea uno nuevo con otro nombre.',
  ],
  [
    'The database could not be copied, so it was not upgraded. Nothing was changed.',
    'No se pudo hacer una copia de la base de datos, así que no se actualizó. No se cambió nada.',
  ],
  [
    'This file is not a Tokentab database. Nothing was changed.',
    'Este archivo no es una base de datos de Tokentab. No se cambió nada.',
  ],
  [
    'This file was created by a newer Tokentab. Update Tokentab, then restore it. Nothing was changed.',
    'Este archivo es de una versión más reciente de Tokentab. Actualiza Tokentab y después restáuralo. No se cambió nada.',
  ],
  [
    'This file is damaged or is not a SQLite database.',
    'Este archivo está dañado o no es una base de datos SQLite.',
  ],
  [
    'This file must be checked again before it can be restored.',
    'Hay que volver a comprobar este archivo antes de poder restaurarlo.',
  ],
  ['The passphrase is wrong.', 'La frase de contraseña no es correcta.'],
  [
    'The encrypted file is damaged or incomplete. Nothing was changed.',
    'El archivo cifrado está dañado o incompleto. No se cambió nada.',
  ],
  [
    'This file is encrypted with a passphrase. Add it under “Other devices”, where you can enter the passphrase.',
    'Este archivo está cifrado con una frase de contraseña. Incorpóralo en «Otros dispositivos», donde puedes introducirla.',
  ],
  [
    'This is not a device key. Copy all of it, from AGE-SECRET-KEY-1 to the end.',
    'Esta no es la clave de un dispositivo. Cópiala entera, desde AGE-SECRET-KEY-1 hasta el final.',
  ],
  [
    'No device with this key has used this folder yet. Check the key and the folder.',
    'Ningún dispositivo con esta clave ha usado todavía esta carpeta. Comprueba la clave y la carpeta.',
  ],
  [
    'This file is larger than 1 GiB, which is too large to open here.',
    'Este archivo supera 1 GiB, más de lo que se puede abrir aquí.',
  ],
  [
    'The backup could not be read back, so it was not kept. Your data is unchanged.',
    'La copia de seguridad no se pudo volver a leer, así que no se conservó. Tus datos están como antes.',
  ],
  [
    'This is not a database that Tokentab has checked. Nothing was changed.',
    'Esta no es una base de datos que Tokentab haya comprobado. No se cambió nada.',
  ],
  [
    'This file contains something that cannot be added. Nothing was changed.',
    'Este archivo contiene algo que no se puede incorporar. No se cambió nada.',
  ],
  [
    'The times in this file are wrong, so it cannot be added. Nothing was changed.',
    'Las horas de este archivo son incorrectas, así que no se puede incorporar. No se cambió nada.',
  ],
  [
    'Creating or reading a copy was interrupted. Your data is unchanged.',
    'Se interrumpió la creación o la lectura de una copia. Tus datos están como antes.',
  ],
  [
    'The database file is no longer where Tokentab stored it. Nothing was changed.',
    'El archivo de la base de datos ya no está donde Tokentab lo guardó. No se cambió nada.',
  ],
  [
    'This database was written by a newer Tokentab. Nothing was changed. Reload the page to get the newer version.',
    'Esta base de datos es de una versión más reciente de Tokentab. No se cambió nada. Recarga la página para obtener esa versión.',
  ],
  ['Migration {} ends its own transaction.', 'La migración {} termina su propia transacción.'],
  [
    'This browser or window has no private file storage, so nothing can be saved here. The usual reason is a private window.',
    'Este navegador o esta ventana no ofrece almacenamiento privado de archivos, así que aquí no se puede guardar nada. Lo habitual es que sea una ventana privada.',
  ],
  [
    'Something else is using Tokentab’s storage. Your data is untouched. Close other windows of this site and reload.',
    'Otra cosa tiene ocupado el almacenamiento de Tokentab. Tus datos están intactos. Cierra las demás ventanas de este sitio y recarga.',
  ],
  [
    'The disk or this site’s storage quota is full. Nothing was changed.',
    'El disco, o el espacio que puede usar este sitio, está lleno. No se cambió nada.',
  ],
  ['No kind of events has the number {}.', 'Ningún tipo de eventos tiene el número {}.'],
  ['The database is closed.', 'La base de datos está cerrada.'],
  ['Choose another project to merge this one into.', 'Elige otro proyecto con el que fusionar este.'],
  [
    '“{}” is archived. Unarchive it before you pin it.',
    '«{}» está archivado. Desarchívalo antes de fijarlo.',
  ],
  [
    'A project is listed twice. List each pinned project once.',
    'Un proyecto se nombra dos veces. Nombra una sola vez cada proyecto fijado.',
  ],
  [
    'One of these projects is not pinned. Pin it first, or leave it out.',
    'Uno de estos proyectos no está fijado. Fíjalo antes o no lo incluyas.',
  ],
  [
    'There is no such project. It may have been removed in the meantime.',
    'Ese proyecto no existe. Puede que se haya quitado entretanto.',
  ],
  [
    'There is no such {said}. It may have been removed in the meantime.',
    'Esto no existe: {}. Puede que se haya quitado entretanto.',
  ],
  ['deleted project', 'proyecto eliminado'],
  ['event', 'evento'],
  ['import', 'importación'],
  [
    'The browser could not write. The disk or this site’s storage quota is probably full. Nothing from this step was saved; everything saved before is safe. Free some space and try again.',
    'El navegador no pudo escribir en el disco: lo más probable es que esté lleno, o que lo esté el espacio que puede usar este sitio. No se guardó nada de este paso, y lo que se guardó antes está a salvo. Libera espacio y reintenta.',
  ],
  [
    'The database file is damaged. Nothing more is written to it. Export it, if you can, before you do anything else.',
    'El archivo de la base de datos está dañado. Ya no se escribe nada en él. Expórtalo, si puedes, antes de hacer cualquier otra cosa.',
  ],
  [
    'Something else is using the database. Nothing was changed. Try again in a moment.',
    'Otra cosa está usando la base de datos. No se cambió nada; reintenta dentro de un momento.',
  ],
  [
    'Something went wrong inside Tokentab. Your data is as it was before this step.',
    'Algo falló dentro de Tokentab. Tus datos están como antes de este paso.',
  ],
  ['Something went wrong inside Tokentab.', 'Algo falló dentro de Tokentab.'],
  [
    'Something went wrong inside Tokentab, and it must be reloaded. What was saved before is safe.',
    'Algo falló dentro de Tokentab y hay que recargarlo. Lo que se guardó antes está a salvo.',
  ],
  [
    'Only events that were entered by hand can be changed or deleted.',
    'Solo se pueden cambiar o eliminar los eventos introducidos a mano.',
  ],
  [
    'The time of a usage event must be between 2020-01-01 and the day after tomorrow.',
    'La fecha de un evento de uso debe estar entre el 1 de enero de 2020 y pasado mañana.',
  ],
  ['These values cannot be stored.', 'Estos valores no se pueden guardar.'],
  [
    'A message from the database worker could not be read.',
    'No se pudo leer un mensaje del worker de la base de datos.',
  ],
  [
    'Tokentab’s database worker stopped. What was stored is safe. Please reload the page.',
    'El worker de la base de datos de Tokentab se detuvo. Lo guardado está a salvo. Recarga la página.',
  ],
  [
    'The browser ended the worker that held your unsaved data, so that data is lost. Please reload the page.',
    'El navegador cerró el worker que tenía tus datos sin guardar, así que se han perdido. Recarga la página.',
  ],
  ['The connection to the database was closed.', 'Se cerró la conexión con la base de datos.'],
  [
    'The database did not answer in time. Please try again.',
    'La base de datos no respondió a tiempo. Reintenta.',
  ],
  [
    'The database could not be opened in time. Another Tokentab tab may be using it: close the others and reload.',
    'No se pudo abrir la base de datos a tiempo. Puede que la tenga ocupada otra pestaña de Tokentab: cierra las demás y recarga.',
  ],
  ['There is no read “{}”.', 'La consulta «{}» no existe.'],
  [
    'This page can’t restrict Tokentab’s calls to one address yet. Reload the page once, then try again.',
    'Esta página aún no puede limitar las llamadas de Tokentab a una dirección. Recárgala una vez y reintenta.',
  ],
  ["Give a month as 'YYYY-MM'.", 'Indica un mes como «AAAA-MM».'],
  ["Give the scope as 'all', 'client' or 'project'.", 'Indica el ámbito como «all», «client» o «project».'],
  ['Give whose budget it is.', 'Indica de quién es el presupuesto.'],
  ["Give the unit as 'tokens' or 'money'.", 'Indica la unidad como «tokens» o «money».'],
  ['Give an amount above 0.', 'Indica una cantidad mayor que 0.'],
  ['Give thresholds of 1 to 1,000 percent.', 'Indica umbrales del 1 al 1000 por ciento.'],
  ['Give at most ten thresholds.', 'Indica diez umbrales como máximo.'],
  ['Give the first and the last day.', 'Indica el primer y el último día.'],
  ['Give a source.', 'Indica una fuente.'],
  ['Give the usage that the decision is about.', 'Indica de qué uso se trata.'],
  ['Give a decision.', 'Indica una decisión.'],
  ['Give a budget.', 'Indica un presupuesto.'],
  ['What was just added is missing.', 'Falta lo que se acaba de añadir.'],
  ['{} does not have as many rows as {}.', '{} no tiene tantas filas como {}.'],
];
