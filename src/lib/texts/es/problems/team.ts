import type { TeamProblems } from '../../../model/problems/team';
import type { Sentences } from '../../../model/problem';

export const team: Sentences<TeamProblems> = {
  'team-access-line-wrong':
    'No es una línea de acceso completa. Empieza por U, contiene «.age1», y Tokentab la muestra a cada miembro.',
  'team-roster-unreadable':
    'No se puede abrir la lista de miembros del equipo. Pregunta a un propietario si estás en ella.',
  'team-roster-not-by-owner':
    'La lista de miembros del equipo no está firmada por ningún propietario, así que no se usa.',
  'team-roster-changed':
    'Otro propietario ha cambiado el equipo al mismo tiempo. Míralo otra vez y después repite tu cambio.',
  'team-message-too-large': 'Es más de lo que el servidor acepta en un mensaje. No se ha enviado nada.',
  'team-month-unreadable': 'No se puede abrir un mes publicado. Está dañado o se cifró para otras personas.',
  'team-month-forged':
    'Un mes publicado no está firmado por el miembro cuyo nombre lleva, así que no se usa.',
  'team-month-implausible': ({ field }) =>
    `Un mes publicado tiene valores que el uso no puede tener (${field}), así que no se usa.`,
  'team-member-unknown': 'Alguien que no está en la lista de miembros del equipo ha publicado un mes.',
  'team-project-unknown': 'Se ha publicado un mes de un proyecto que el equipo no tiene.',
  'team-worker-stopped':
    'La parte de Tokentab que lee y publica para el equipo se detuvo. Recarga la página.',
  'team-server-gone': 'El servidor no responde. Vuelve a intentarlo cuando funcione.',
  'team-server-full': 'El servidor no tiene más espacio.',
  'team-server-refused': 'El servidor rechaza el cambio. Quizá aún no sabe que eres propietario.',
};
