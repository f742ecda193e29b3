import type { Texts } from '../texts';

export const formats: Texts['formats'] = {
  title: (count) => `Los ${count} formatos de archivo reconocidos`,
  hint: 'Los archivos se reconocen por su contenido, sea cual sea su nombre.',
  where: 'Ubicación',
  anywhere: 'Cualquier ubicación',
  certainty: 'Comprobado con',
  certainties: {
    'real files': 'Archivos reales',
    'tool source': 'El código fuente de la herramienta',
    documentation: 'Solo la documentación',
    'other trackers': 'Solo el código fuente de otras herramientas de seguimiento',
  },
  notRecorded: 'Lo que sus archivos no indican',
  limits: {
    'session-totals': 'cada llamada: solo totales de sesiones',
    inexact: 'recuentos exactos: la herramienta los redondea o estima',
    'cost-only': 'los tokens: solo costes',
    'no-cache-split': 'cuántos tokens venían de la caché',
    'no-project': 'el proyecto',
    'no-call-time': 'la hora de una llamada',
    'no-model': 'el modelo',
  },
};
