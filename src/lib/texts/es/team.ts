import { counted } from '../counted';
import type { Texts } from '../texts';

export const team: Texts['team'] = {
  title: 'Equipo',
  lead: 'Un equipo ve lo que usan sus miembros, por proyecto y cliente. Tú eliges cuáles de tus proyectos participan. Solo sus totales por día salen de este navegador, cifrados: ni sesiones, ni carpetas, ni horas, ni prompts.',
  open: 'Ajustes del equipo',
  failed: 'No se pudo contactar con el equipo.',
  database: (team) => `Equipo ${team}`,

  banner: (team) => `Esto es lo que han publicado los miembros de ${team}. Aquí solo se puede leer.`,
  back: 'Volver a mi uso',
  view: (team) => `Uso de ${team}`,
  viewShort: 'Abrir el uso del equipo',
  noImport: 'En el uso de un equipo no se importa nada. Vuelve al tuyo para importar logs.',
  noDocuments: 'Los documentos se extraen para tus propios proyectos. Vuelve a tu uso para añadirlos a uno.',
  membersTitle: 'Miembros',
  words: {
    memberName: 'Miembro',
    inMember: 'miembro',
    byMember: 'Por miembro',
    allMembers: 'Todos los miembros',
    members: (range) => `Miembros, ${range}`,
    month: {
      events: 'Totales por día',
      eventsShort: 'Totales por día',
    },
    shell: {
      dropToImport: 'Aquí no se importa nada',
      dropToImportHint: 'Este es el uso de un equipo. Vuelve al tuyo para importar logs.',
    },
    prices: {
      lead: 'Cada coste es el que resultó de los precios del miembro que lo publicó. Aquí solo eliges la moneda en la que se muestran los costes.',
    },
    copies: {
      text: 'Dos miembros han publicado uso de los mismos modelos en los mismos días, y al menos uno de ellos lo tomó de la exportación de un proveedor, de una pasarela o de una traza. Las filas exactamente iguales cuentan una sola vez. Lo que aparece aquí difiere, pero puede venir de las mismas llamadas. Si es así, pide a uno de los dos que desvincule el proyecto o que excluya ese uso.',
    },
  },

  noServerTitle: 'Este sitio aún no tiene servidor',
  noServer:
    'Un equipo se reúne en un servidor NATS de este sitio. Quien lo administra puede instalarlo en diez minutos; docs/team.md, en el código de Tokentab, explica cómo.',
  again: 'Reintentar',

  setUpTitle: 'Únete a un equipo o crea uno',
  setUpText:
    'El propietario del equipo te da su nombre corto. Un perfil del navegador puede estar en un solo equipo; para otro equipo, usa otro perfil.',
  shortName: 'Nombre corto del equipo',
  shortNameHint: 'Minúsculas, cifras y guiones; por ejemplo, acme.',
  yourName: 'Tu nombre',
  yourNameHint: 'Así te ve el equipo.',
  join: 'Unirse al equipo',
  start: 'Crear un equipo',

  waitingTitle: (team) => `A la espera del propietario de ${team}`,
  waiting:
    'Envía esta línea al propietario. No es secreta. Cuando te admita, esta página continúa automáticamente mientras esté abierta.',
  line: 'Tu línea de acceso',
  copyLine: 'Copiar la línea',
  foundingTitle: (team) => `Configura ${team} en el servidor`,
  founding:
    'Ejecuta estas dos órdenes donde está el servidor. Crean la cuenta del equipo y te hacen su primer propietario.',
  command: 'Orden para el servidor',
  copyCommand: 'Copiar la orden',
  foundingDone: 'Hecho, continuar',
  refusedYet: 'El servidor aún no te conoce.',

  roles: { owner: 'Propietario', lead: 'Responsable', member: 'Miembro' },
  roleTexts: {
    owner: 'Lees todo y administras el equipo.',
    lead: 'Lees los proyectos que te ha dado el propietario.',
    member: 'Publicas lo que vinculas. Solo lo leen propietarios y responsables.',
  },
  states: {
    working: 'Comparando con el servidor…',
    nothing: 'No hay nada publicado. Vincula un proyecto para empezar.',
    published: (when) => `Publicado. Última comparación: ${when}.`,
    read: (when) => `Al día. Última lectura: ${when}.`,
    waiting: 'Aún no se ha comparado.',
    gone: 'El servidor no responde. No se ha perdido nada; Tokentab lo reintenta cada cinco minutos.',
    full: 'El servidor no tiene más espacio. No se ha perdido nada; Tokentab lo reintenta cada cinco minutos.',
    refused:
      'El servidor te rechaza. Quizá el propietario te ha quitado, o el servidor perdió su configuración. Pregunta al propietario.',
    reading: (left) => `Leyendo. Faltan ${left} mensajes.`,
    unreadable: (count) =>
      `${counted(count, 'mes no se puede leer', 'meses no se pueden leer')}: por daños, o por haberse cifrado antes de que tuvieras permiso.`,
    otherDevice: (project) =>
      `Otro navegador tuyo también publica ${project}. Si ambos tienen el mismo uso, cuenta dos veces: desvincúlalo en uno de ellos.`,
  },
  compare: 'Comparar ahora',

  linkTitle: 'Tus proyectos',
  linkText:
    'Nada sale de este navegador hasta que vincules un proyecto. Al desvincularlo se retira lo publicado.',
  ownProject: 'Tu proyecto',
  teamProject: 'Proyecto del equipo',
  notLinked: 'Sin vincular',
  linkOf: (project) => `Proyecto del equipo para ${project}`,
  noTeamProjects: 'El equipo aún no tiene proyectos. Los añade su propietario.',
  addProjectsFirst: 'El equipo aún no tiene proyectos. Añádelos más abajo.',
  noOwnProjects: 'Aún no tienes proyectos.',
  previewTitle: (project) => `¿Publicar ${project}?`,
  previewText: (rows, months) =>
    `Esto es todo lo que sale de este navegador: ${counted(rows, 'fila', 'filas')} en ${counted(months, 'mes', 'meses')}. Los días nuevos se publican automáticamente.`,
  previewNothing: 'Este proyecto aún no tiene uso. Los días nuevos se publican automáticamente.',
  previewReaders: (names) => `Lo pueden leer: ${names}.`,
  previewMarks:
    'Las filas de la exportación de un proveedor, de una pasarela o de una traza llevan además una marca, para que cuenten una sola vez si otro miembro publica las mismas.',
  previewTable: 'Lo que se publica',
  previewMore: (count) => `y ${count} más`,
  day: 'Día',
  source: 'Fuente',
  model: 'Modelo',
  type: 'Tipo',
  tokens: 'Tokens',
  cost: 'Coste',
  link: 'Vincular y publicar',
  linked: (project) => `${project} se publica.`,
  unlinked: (project) => `${project} ya no se publica. Se retiró lo publicado.`,
  linkFailed: 'No se pudo cambiar el vínculo.',

  membersText:
    'Cada miembro necesita una línea en la configuración del servidor: copia su orden, ejecútala donde está el servidor y recárgalo después.',
  addMember: 'Añadir un miembro',
  changeMember: (name) => `Editar ${name}`,
  memberName: 'Nombre',
  accessLine: 'Línea de acceso',
  accessLineHint: 'La línea que Tokentab muestra al miembro. Empieza por U.',
  accessLineInvalid: 'Esto no es una línea de acceso. Cópiala entera, desde la U hasta el final.',
  shortNameWrong: 'Empieza por una letra. Usa solo minúsculas, cifras y guiones.',
  onlyOwn: 'El equipo trata de tu propio uso. Sal primero de los datos de ejemplo.',
  notInTeam: (team) => `Este navegador ya no está en el equipo ${team}. Aquí se muestra lo que leyó antes.`,
  nameRequired: 'Introduce un nombre.',
  alreadyThere: 'Este miembro ya está en el equipo.',
  role: 'Función',
  reads: 'Lee',
  readsRequired: 'Elige al menos un proyecto.',
  readsAll: 'todo',
  readsNothing: 'nada',
  you: 'tú',
  hasLeft: 'quitado',
  leftOut: 'excluido',
  save: 'Guardar',
  cancel: 'Cancelar',
  removeMember: 'Quitar del equipo',
  removeText:
    'Lo que publicó este miembro se queda. Los meses nuevos se cifran con claves nuevas, que no recibe.',
  isRemoved: 'Quitado del equipo',
  leaveOutMember: 'Excluir lo que publicó este miembro',
  leaveOutText:
    'Para quien se ha unido otra vez, por ejemplo con un navegador nuevo: así, lo que publicó antes y vuelve a publicar cuenta una sola vez.',
  savedMember: 'Guardado. Ejecuta ahora la orden de este miembro donde está el servidor.',
  saved: 'Se cambió el equipo.',
  saveFailed: 'No se pudo cambiar el equipo.',
  lastOwner: 'Un equipo necesita un propietario.',

  projectsTitle: 'Proyectos del equipo',
  addProject: 'Añadir un proyecto',
  changeProject: (name) => `Editar ${name}`,
  projectName: 'Nombre',
  client: 'Cliente',
  archived: 'Archivado',
  isArchived: 'Archivado: los miembros ya no pueden vincularlo',

  leave: 'Salir del equipo…',
  leaveText:
    'Se retira lo que publicaste desde este navegador, y aquí se olvidan el equipo y lo que leíste de él.',
  leaveKeepText:
    'El servidor no responde, así que ahora no se puede retirar lo que publicaste. ¿Salir de todos modos?',
  leaveNow: 'Salir',
  leaveAnyway: 'Salir sin retirar',
  left: 'Has salido del equipo.',
};
