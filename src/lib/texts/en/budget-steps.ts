export const budgetSteps = {
  title: 'All budget changes',
  amount: 'Per month',
  ahead: 'Not yet in force',
  ended: 'Ended',
  actions: 'Actions',
  remove: (name: string, month: string) => `Remove the budget from ${month}: ${name}`,
  removed: (name: string, month: string) => `Removed the budget from ${month}: ${name}.`,
};
