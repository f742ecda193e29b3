import type { Texts } from '../texts';

export const settings: Texts['settings'] = {
  title: 'Ajustes',
  timeZone: 'Zona horaria',
  timeZoneText:
    'Los días y los meses siguen esta zona horaria. Si la cambias, se recalcula la fecha de todos los eventos.',
  followBrowser: (zone) => `Como este navegador (${zone})`,
  timeZoneInForce: (zone) => `Actual: ${zone}`,
  timeZoneUnknown: 'Zona horaria desconocida. Elige una de la lista.',
  timeZoneSaved: (zone) => `Los días y los meses siguen ahora ${zone}.`,
  timeZoneFailed: 'No se pudo cambiar la zona horaria. Todas las fechas están como antes.',

  theme: 'Apariencia',
  themes: { system: 'Como el sistema', light: 'Clara', dark: 'Oscura' },

  language: 'Idioma',
  languageFollowsBrowser: 'Como el navegador',
  languageAfterImport: 'Hay una importación en curso. El idioma cambiará cuando recargues la página.',
  languageAfterReload: 'El idioma cambiará cuando recargues la página.',
  languageFailed: 'No se pudo cargar tu idioma, así que Tokentab está en inglés.',

  storage: 'Almacenamiento',
  storageText: 'Todos los datos se guardan en este navegador, en este dispositivo.',
  databaseSize: 'Base de datos',
  eventCount: 'Eventos de uso',
  protection: 'Protección',
  persisted: 'Protegida: el navegador no la borrará automáticamente',
  notPersisted: 'Sin proteger: el navegador puede borrarla si queda poco espacio en el disco',
  persistUnknown: 'Este navegador no lo indica',
  askPersist: 'Proteger mis datos',
  persistRefused: 'El navegador no lo permitió. Instalar Tokentab o usarlo más a menudo puede ayudar.',
  persistGranted: 'Tus datos ya están protegidos.',

  export: 'Exportar tus datos',
  exportText: 'Un archivo SQLite con todo. Cualquier herramienta de SQLite puede abrirlo.',
  exportButton: 'Exportar base de datos',
  exporting: 'Exportando…',
  exportFailed: 'La exportación falló.',

  integrity: 'Comprobación de integridad',
  integrityText: 'Lee toda la base de datos y comprueba cada total con sus eventos.',
  integrityButton: 'Comprobar integridad',
  checking: 'Comprobando…',
  integrityOk: 'Todo cuadra.',
  integrityBad: 'Hay algo que no cuadra:',
  integrityFailed: 'No se pudo hacer la comprobación.',

  about: 'Acerca de',
  version: 'Versión',
  databaseName: 'Base de datos abierta',
  databases: { main: 'La tuya', sample: 'Datos de ejemplo', memory: 'En memoria, sin guardar' },
};
