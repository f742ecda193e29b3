import type { Texts } from '../texts';

export const statement: Texts['statement'] = {
  details: 'Número, direcciones, impuestos y facturación',
  number: 'Número',
  ownAddress: 'Tu nombre y dirección',
  clientAddress: 'La dirección del cliente',
  taxRate: 'Tipo impositivo en porcentaje',
  taxRateHint: 'Se añade debajo del total cuando el informe muestra costes.',
  taxRateWrong: 'Indica un número del 0 al 100 o déjalo vacío.',
  billing: 'Lo que paga el cliente',
  billings: {
    cost: 'El coste',
    percent: 'El coste más un porcentaje',
    perMillion: 'Un precio por millón de tokens',
  },
  markup: 'Porcentaje adicional',
  markupWrong: 'Indica un número del 0 al 10.000.',
  perMillion: (code) => `${code} por millón de tokens`,
  perMillionWrong: 'Indica un precio de 0 a un millón.',
  amount: 'Importe',
  billedAt: (price) => `Los importes son ${price} por millón de tokens.`,
  amountUnit: 'Los importes se redondean al mostrarlos; las sumas son de importes exactos.',
  margin: (cost, billed) => `No se imprime: costó ${cost} y se factura por ${billed}.`,
  notSaved: 'No se pudieron guardar los datos del informe.',
  tax: (rate) => `Impuesto, ${rate}`,
  unpriced: (tokens) => `No incluido: ${tokens}.`,
  gross: 'Total con impuestos',
  rate: (rate, month) => `${rate} (tipo de cambio desde ${month})`,
  costUnit:
    'Los costes son lo que registró la herramienta o, si no, los tokens al precio de lista del día. Se redondean al mostrarlos; las sumas son de importes exactos.',
};
