import { counted } from '../counted';

/** Spanish puts "de" between a round million and what is counted: '1.000.000 de tokens'. Only these are ever so many. */
export const tokens = (count: number): string => counted(count, 'token', 'tokens', { many: 'de tokens' });

export const events = (count: number): string => counted(count, 'evento', 'eventos', { many: 'de eventos' });

export const usageEvents = (count: number): string =>
  counted(count, 'evento de uso', 'eventos de uso', { many: 'de eventos de uso' });
