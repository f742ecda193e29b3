import { counted } from '../counted';
import type { Texts } from '../texts';

export const clients: Texts['clients'] = {
  title: 'Clientes',
  client: 'Cliente',
  none: 'Aún no hay clientes. Asigna un cliente al editar un proyecto y aparecerá aquí.',
  filter: 'Filtrar por nombre',
  count: (count) => counted(count, 'cliente', 'clientes'),
  noMatch: (text) => `Ningún cliente coincide con «${text}».`,
  projectCount: 'Proyectos',
  tokensIn: (month) => `Tokens, ${month}`,
  actions: 'Acciones',
  more: (name) => `Más sobre ${name}`,
  toClients: 'Ir a todos los clientes',
  unknown: 'Cliente no encontrado',
  unknownHint: 'Ahora ningún proyecto tiene este cliente. Asígnalo al editar un proyecto.',

  rename: 'Cambiar nombre…',
  renameNamed: (name) => `Cambiar el nombre de ${name}`,
  renameTitle: 'Cambiar el nombre del cliente',
  renameHint: (count) => `Cambia ${counted(count, 'proyecto', 'proyectos')}. Puedes deshacerlo.`,
  joins: (name) => `${name} ya existe: los dos pasan a ser un solo cliente. Puedes deshacerlo.`,
  nameRequired: 'El cliente necesita un nombre.',
  nameTooLong: 'Usa 300 caracteres como máximo.',
  renamed: (before, after) => `${before} ahora se llama ${after}.`,

  statement: 'Informe',
  statementFor: (month) => `Informe de ${month}`,
  statementOf: (name) => `Informe para ${name}`,
  months: (year) => `Meses de ${year}`,
  month: 'Mes',
  projects: (year) => `Proyectos en ${year}`,
  noUsage: (year) => `Sin uso en ${year}.`,
};
