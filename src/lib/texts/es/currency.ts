import type { Texts } from '../texts';

export const currency: Texts['currency'] = {
  title: 'Moneda',
  text: 'Los costes se guardan en dólares. Las demás monedas se muestran con los tipos de cambio que indiques. Los precios por millón de tokens siguen en dólares.',
  unknown: 'Esa moneda no existe.',
  noRate: (code) => `Los costes siguen en dólares hasta que haya un tipo de cambio para ${code}.`,
  from: (month) => `Desde ${month}`,
  month: 'Desde el mes',
  perDollar: (code) => `${code} por un dólar`,
  rateInvalid: 'Indica un número mayor que 0, por ejemplo 0,92.',
  save: 'Guardar tipo de cambio',
  remove: (month) => `Quitar el tipo de cambio desde ${month}`,
  removed: (month) => `Tipo de cambio desde ${month} quitado.`,
  failed: 'No se pudo cambiar la moneda.',
  note: (rate, month) => `${rate}, tu tipo de cambio desde ${month}.`,
  rate: 'Tipo de cambio',
};
