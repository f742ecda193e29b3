import type { Texts } from '../texts';

export const subscriptions: Texts['subscriptions'] = {
  title: 'Suscripciones',
  text: 'Una tarifa plana de una herramienta, por ejemplo 200 $ al mes. Su precio se reparte entre los proyectos según lo que su uso habría costado a precios de la API.',
  add: 'Añadir suscripción',
  named: (name, tool) => (name === tool ? name : `${name} (${tool})`),
  since: (day) => `desde el ${day}`,
  fromTo: (from, to) => `del ${from} al ${to}`,
  monthly: (price) => `${price} al mes`,
  change: (name) => `Editar ${name}`,

  newTitle: 'Nueva suscripción',
  name: 'Nombre',
  nameHint: 'Por ejemplo: Claude Max.',
  nameMissing: 'Escribe un nombre.',
  tool: 'Herramienta',
  price: 'Dólares al mes',
  priceInvalid: 'Indica un precio de 0 a un millón.',
  from: 'Primer día',
  to: 'Último día',
  dayInvalid: 'Indica un día.',
  endInvalid: 'Indica un día que no sea anterior al primero o déjalo vacío.',
  remove: 'Eliminar',
  saved: (name) => `${name} guardada.`,
  deleted: (name) => `${name} eliminada.`,
  failed: 'No se pudo guardar la suscripción.',

  costs: (price, days) => `${price} por ${days}.`,
  byApi: (cost) => `El mismo uso habría costado ${cost} a precios de la API.`,
  unused: 'No se conoce ningún uso en estos días.',
  api: 'A precios de la API',
  share: 'Parte del precio',
};
