import type { Texts } from '../texts';

export const budgetSteps: Texts['budgetSteps'] = {
  title: 'Todos los cambios de presupuestos',
  amount: 'Al mes',
  ahead: 'Aún no se aplica',
  ended: 'Terminado',
  actions: 'Acciones',
  remove: (name, month) => `Quitar el presupuesto desde ${month}: ${name}`,
  removed: (name, month) => `Se quitó el presupuesto desde ${month}: ${name}.`,
};
