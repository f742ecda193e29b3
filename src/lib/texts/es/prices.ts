import { counted } from '../counted';
import type { Texts } from '../texts';
import { events } from './words';

export const prices: Texts['prices'] = {
  title: 'Precios',
  lead: 'Los costes que registró la herramienta tienen prioridad. Todo lo demás se calcula con estos precios al importarlo.',
  settingsText: 'Tablas de precios, tus propios precios y volver a calcular los eventos guardados.',
  open: 'Abrir precios',

  table: 'Tabla de precios',
  builtIn: (name, version, date) => `${name} ${version} del ${date}, integrada`,
  brought: (name, date) => `${name}, añadida el ${date}`,
  broughtFirst: 'Tu tabla tiene prioridad; la integrada cubre los modelos que le faltan.',
  size: (models, providers) =>
    `${counted(models, 'modelo', 'modelos')} de ${counted(providers, 'proveedor', 'proveedores')}`,
  load: 'Cargar una tabla de precios…',
  loadHint:
    'data.json de genai-prices o model_prices_and_context_window.json de LiteLLM. Verás qué cambia antes de aplicarla.',
  dropTitle: 'Suelta una tabla de precios',
  remove: 'Usar solo la tabla integrada',
  loadFailed: 'No se pudo cargar la tabla de precios.',
  apply: 'Aplicar y recalcular eventos',
  discard: 'Descartar',
  applied: (name) => `Ahora se usa ${name}.`,
  removed: 'Ahora se usa la tabla integrada.',

  reprice: 'Eventos guardados',
  repriceText:
    'Los eventos conservan el coste que tenían al importarse. Recalcúlalos para usar los precios de arriba.',
  repriceAll: 'Recalcular todos los eventos',
  offer: (tokens) => `${tokens} tokens guardados aún no tienen precio, aunque ya se conoce uno.`,
  offerAccept: 'Calcular su coste',
  offerDecline: 'Dejarlos así',
  running: 'Calculando el coste de los eventos…',
  cancelling: 'Deteniendo…',
  progress: (done, total) => `${done} de ${events(total)}`,
  progressLabel: 'Progreso del cálculo de costes',
  repriced: (count) =>
    counted(count, 'evento recalculado.', 'eventos recalculados.', { many: 'de eventos recalculados.' }),
  nothingChanged: 'Todos los eventos tienen ya estos precios.',
  cancelled: (count) =>
    `Detenido. ${counted(count, 'evento se recalculó', 'eventos se recalcularon', { many: 'de eventos se recalcularon' })}; el resto no cambia.`,
  failed: 'No se pudieron cambiar los precios.',

  models: 'Modelos que usas',
  noModels: 'Los modelos aparecen aquí cuando hayas importado uso.',
  model: 'Modelo',
  unknownModel: 'No registrado',
  tokens: 'Tokens',
  cost: 'Coste',
  price: 'Precio por millón',
  how: 'Coincidencia por',
  actions: 'Acciones',
  edit: (model) => `Fijar el precio de ${model}`,
  noPrice: 'Sin precio',
  noPriceFor: (tokens) => `${tokens} sin precio`,
  inputOutput: (input, output) => `${input}\u00a0entrada · ${output}\u00a0salida`,
  long: 'más en peticiones largas',
  freePrice: 'Gratis',
  kinds: {
    table: 'Tabla',
    own: 'Tu precio',
    alias: 'Igual que',
    free: 'Marcado como gratis',
    local: 'Se ejecuta en local',
  },
  matches: {
    exact: 'nombre exacto',
    prefix: 'sin prefijo',
    date: 'sin fecha',
    suffix: 'sin sufijo',
    dots: 'puntos por guiones',
    pattern: 'patrón de la tabla',
  },

  dialogTitle: (model) => `Precio de ${model}`,
  choices: {
    table: 'De la tabla de precios',
    own: 'Precio propio',
    alias: 'Igual que otro modelo',
    free: 'Gratis',
  },
  aliasModel: 'Modelo',
  aliasHint: 'Un modelo de la tabla de precios, por ejemplo claude-sonnet-4-5.',
  perMillion: 'Dólares por millón de tokens',
  from: 'Desde',
  fromHint:
    'Un precio sin día en «Desde» se aplica a todos los días. Antes del primer día se aplica la tabla de precios.',
  priceKinds: {
    input: 'Entrada',
    cacheRead: 'Lectura de caché',
    cacheWrite5m: 'Escritura en caché, 5 min',
    cacheWrite1h: 'Escritura en caché, 1 h',
    output: 'Salida',
  },
  addRow: 'Añadir un precio desde otro día',
  removeRow: 'Quitar este precio',
  incomplete: 'Indica al menos un precio por día, de 0 o más.',
  previewing: 'Comprobando qué cambia…',
  preview: (count, before, after) =>
    `${counted(count, 'evento cambia', 'eventos cambian', { many: 'de eventos cambian' })}: ${before} → ${after}`,
  previewNothing: 'Ningún evento guardado cambia de coste.',
  saved: (model) => `Precio de ${model} cambiado.`,
};
