import type { ReadingProblems } from '../../../model/problems/reading';
import type { Sentences } from '../../../model/problem';

export const reading: Sentences<ReadingProblems> = {
  'cost-export-without-tokens':
    'Una exportación de costes no contiene tokens: no se contó nada de ella. Importa la exportación de uso.',
  'cost-export-names-only':
    'Una exportación de costes no contiene tokens: solo se tomaron los nombres de sus proyectos.',
  'reasoning-over-output': 'Hay más tokens de razonamiento que tokens de salida.',
  'cache-over-input': 'Hay más tokens de caché que tokens de entrada.',
  'session-without-usage':
    'La sesión no registra uso: las versiones anteriores de Grok Build solo escriben lo lleno que está el contexto, y de eso no se contó nada.',
  'response-without-usage': 'La respuesta no contiene ningún uso conocido.',
  'response-without-date': 'La respuesta no contiene fecha; se cuenta en el momento de la importación.',
  'stream-without-usage': 'La respuesta en streaming termina antes de decir cuánto usó.',
  'usage-not-an-object': 'El uso de tokens no es un objeto.',
  'line-not-an-object': 'La línea no es un objeto JSON.',
  'line-cut-off': 'La línea está cortada.',
  'line-not-json': 'La línea no es JSON válido.',
  'line-too-long': 'La línea supera los 64 MiB.',
  'document-too-long': 'El documento supera los 256 MiB.',
  'file-not-json': 'El archivo no es JSON válido o está cortado.',
  'record-not-an-object': 'El registro no es un objeto JSON.',
  'calls-without-time':
    'Las versiones anteriores de Continue escribían las llamadas sin hora, así que aquí no se cuentan: devdata.sqlite, en la carpeta dev_data, tiene las mismas llamadas con sus horas.',
  'session-without-total':
    'La sesión contiene los tokens de su última petición, pero no la suma de todas: no se ha contado.',
  'responses-after-session-end':
    'No se cuentan las respuestas posteriores al último final de la sesión: Copilot CLI escribe sus tokens cuando la sesión termina.',
  'row-total-differs': 'Los recuentos no suman el total de la fila.',
  'record-total-differs':
    'El total que indica el registro no es la suma de sus recuentos; se usaron los recuentos.',
  'no-id': 'El registro no tiene id.',
  'usage-not-in-tokens': 'El uso no está en tokens.',
  'usage-detail-not-a-count': 'Los detalles del uso contienen algo que no es un recuento de tokens.',
  'usage-detail-unknown': 'Los detalles del uso contienen un tipo de uso desconocido.',
  'cache-in-prompt-unclear': 'El registro no dice si sus tokens de prompt incluyen los de caché.',
  'date-does-not-exist': 'Esa fecha no existe.',
  'no-date': 'El registro no tiene fecha.',
  'date-not-epoch': 'La fecha no es un número de segundos o milisegundos desde 1970.',
  'date-not-epoch-seconds': 'La fecha no es un número de segundos desde 1970.',
  'date-not-in-format': 'La fecha no tiene el formato elegido.',
  'date-not-iso': 'La fecha no está en formato ISO.',
  'date-out-of-range': 'La fecha está fuera de rango: es anterior a 2020 o está en el futuro.',
  'format-columns-missing': 'A la tabla le faltan columnas de este formato.',
  'export-columns-missing': 'A la primera fila le faltan columnas de esta exportación.',
  'uncached-input-differs':
    'La entrada sin caché no es la entrada menos su caché; la fila se contó por su entrada.',
  'bucket-ends-early': 'El intervalo termina antes de empezar.',
  'bucket-over-a-day': 'El intervalo dura más de un día.',
  'bucket-not-a-utc-day': 'El intervalo no es un día en UTC.',
  'database-tables-missing': 'A esta base de datos le faltan las tablas de su herramienta.',
  'wal-missing':
    'Pueden faltar los registros más recientes: mientras su programa está en marcha, están en el archivo que termina en «-wal». Elige ambos.',
  'database-unknown': 'Una base de datos de un programa que Tokentab no conoce.',
  'message-not-an-object': 'Los datos del mensaje no son un objeto JSON.',
  'wal-damaged': 'El log junto a la base de datos («-wal») está dañado: faltan sus filas.',
  'wal-of-another-version':
    'El log junto a la base de datos («-wal») corresponde a otra versión de ella: faltan sus filas.',
  'wal-alone': 'Este es el log que acompaña a una base de datos: elígelo junto con ella, sin comprimir.',
  'database-over-1-gib': 'La base de datos supera 1 GiB.',
  'database-needs-memory': 'Al navegador no le queda memoria suficiente para esta base de datos.',
  'database-utf-16': 'La base de datos guarda su texto en UTF-16, que aquí no se puede leer.',
  'database-too-slow': 'La lectura de la base de datos tarda demasiado; se contó lo que se pudo leer.',
  'not-a-database': 'El archivo no es una base de datos SQLite o está dañado.',
  'database-damaged': 'La base de datos está dañada; se contó lo que se pudo leer.',
  'database-schema-unreadable': 'No se puede leer el esquema de la base de datos.',
  'database-unopened': 'No se pudo abrir la base de datos.',
  'database-check-fails': 'La base de datos está dañada: no supera su propia comprobación.',
  'row-too-long': 'La fila es demasiado larga y se omitió.',
  'quote-misplaced': 'En esta línea hay una comilla mal puesta o que nunca se cierra; la línea se omitió.',
  'quotes-never-close':
    'Hay demasiadas comillas que nunca se cierran; a partir de aquí cada línea se lee por separado.',
  'column-twice': 'Hay un nombre de columna repetido; se lee la primera.',
  'row-too-short': 'La fila tiene menos celdas que el encabezado.',
  'row-too-wide': 'La fila tiene más celdas que el encabezado.',
  'count-not-a-number': 'Un recuento de tokens no es un número.',
  'count-ambiguous': 'Un recuento de tokens se puede leer de dos maneras: con decimales o en miles.',
  'count-not-whole': 'Un recuento de tokens no es un número entero.',
  'count-negative': 'Un recuento de tokens es negativo.',
  'count-implausible': 'Un recuento de tokens es demasiado grande para ser real.',
  'field-not-a-number': ({ field }) => `El recuento de tokens «${field}» no es un número.`,
  'field-not-a-count': ({ field }) => `El recuento de tokens «${field}» no es un número entero de 0 o más.`,
  'field-implausible': ({ field }) => `El recuento de tokens «${field}» es demasiado grande para ser real.`,
  'nul-characters': 'El archivo contiene caracteres NUL; se ignoraron.',
  'line-not-utf-8': 'La línea no es UTF-8; se leyó como Windows-1252.',
  'cost-without-tokens':
    'Esta herramienta registra lo que costó una sesión, pero de sus tokens solo los de la última petición: se contó el coste, sin tokens.',
  'thread-not-unpacked': 'No se puede descomprimir el hilo.',
  'span-not-an-object': 'El span no es un objeto JSON.',
  'dated-by-file': 'El registro no tiene fecha: se cuenta en la última modificación de su archivo.',
  'copilot-chat-without-counts':
    'Este chat no contiene recuentos de tokens: Copilot no escribió ninguno en 2025.',
  'chatgpt-export':
    'Una exportación de ChatGPT no contiene recuentos de tokens. Los de la API de OpenAI se exportan en platform.openai.com: Usage, Export. Codex los guarda en ~/.codex/sessions.',
  'claude-export':
    'Una exportación de los chats de Claude no contiene recuentos de tokens. Los de la API de Anthropic se exportan en platform.claude.com: Usage, Export. Claude Code los guarda en ~/.claude/projects.',
  'gemini-takeout':
    'La actividad de Google Takeout no contiene recuentos de tokens. Gemini CLI los guarda en ~/.gemini/tmp.',
  'editor-database':
    'El almacenamiento de un editor de código no contiene recuentos de tokens. Lo que guardan sus extensiones está al lado, en globalStorage.',
  'windsurf-conversations':
    'Las conversaciones de Windsurf están cifradas y no contienen recuentos de tokens que se puedan leer. Su página de cuenta muestra lo que se usó.',
  'antigravity-conversations':
    'Las conversaciones de Antigravity están cifradas o en un formato que nadie ha descrito: no se pueden contar.',
  'codebuff-credits':
    'Codebuff guarda créditos y no recuentos de tokens, y los créditos no son tokens: no se contó nada.',
  'large-unnamed-database':
    'Esta base de datos es grande y no se llama como las de las herramientas que Tokentab lee. Para examinarla de todos modos, elígela sola.',
  'not-an-object': ({ field }) => `«${field}» en el registro no es un objeto.`,
  'working-directory-unusable':
    'El directorio de trabajo no es un texto utilizable; el registro se contó sin él.',
  'session-unusable': 'La sesión no es un texto utilizable; el registro se contó sin ella.',
  'model-unusable': 'El modelo no es un texto utilizable; el registro se contó sin él.',
  'in-column': ({ problem, column }, say) => `${say(problem)} Columna: ${column}.`,
  'cursor-files':
    'Los archivos propios de Cursor no contienen recuentos de tokens utilizables. Expórtalos en cursor.com: Dashboard, Usage, Export CSV.',
  'kiro-credits':
    'Kiro guarda aquí créditos y no recuentos de tokens. Su editor cuenta los tokens en globalStorage/kiro.kiroagent/dev_data.',
  'jetbrains-assistant':
    'JetBrains AI Assistant no guarda recuentos de tokens. Junie los tiene en ~/.junie/sessions; los ajustes de IA del editor muestran las cuotas.',
  'le-chat-export':
    'Una exportación de Le Chat no contiene recuentos de tokens. Para la API de Mistral, su consola muestra el uso. Mistral Vibe lo guarda en ~/.vibe/logs/session.',
  'tool-without-counts': ({ tool }) =>
    `${tool} no guarda recuentos de tokens. Quizá el sitio web de su proveedor muestre o exporte el uso.`,
  'perplexity-export':
    'Las conversaciones de Perplexity no contienen recuentos de tokens. El uso de su API se muestra en perplexity.ai: Settings, API.',
  'ai-studio-prompt':
    'Un prompt de Google AI Studio contiene la longitud de sus textos, no lo que usaron sus llamadas. Eso lo muestra AI Studio en Usage; Gemini CLI lo guarda en ~/.gemini/tmp.',
  'copilot-desktop-sums':
    'La base de datos de la aplicación de escritorio de Copilot repite las sumas de sus sesiones. Impórtalas desde ~/.copilot/session-state.',
  'omnigent-sums':
    'La base de datos de Omnigent contiene sumas de sesiones. Claude Code, Codex y las demás herramientas que ejecuta registran sus llamadas: importa sus registros en su lugar.',
  'cloud-bill': ({ cloud }) =>
    `Una factura de ${cloud} enumera costes por medidor, no los tokens de las llamadas. Importa en su lugar los registros de tus herramientas o de una pasarela, trazas de OpenTelemetry o respuestas de API guardadas.`,
  'continue-editor-sessions':
    'Las sesiones de Continue en un editor no contienen recuentos de tokens. Continue cuenta sus llamadas en la carpeta dev_data, junto a sessions.',
  'cline-copied-calls':
    'Una versión más reciente de Cline copió estas llamadas en la tarea. Se cuentan a partir de sus sesiones, en ~/.cline/data/sessions.',
  'cline-earlier-task':
    'Esta sesión continúa una tarea de una versión anterior de Cline. La suma de la tarea no se cuenta aquí: sus llamadas están en el archivo de la propia tarea.',
};
