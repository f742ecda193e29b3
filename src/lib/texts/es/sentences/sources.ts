import type { SentenceTemplates } from '../../sentence-templates';

/** What the readers of sources say about a file or a line: `{}` stands for what the sentence names. */
export const ofSources: SentenceTemplates = [
  [
    'A cost export contains no tokens, so nothing was counted. Import the usage export.',
    'Una exportación de costes no contiene tokens: no se contó nada de ella. Importa la exportación de uso.',
  ],
  [
    'A cost export contains no tokens; only its project names were used.',
    'Una exportación de costes no contiene tokens: solo se tomaron los nombres de sus proyectos.',
  ],
  ['There are more cached tokens than input tokens.', 'Hay más tokens en caché que tokens de entrada.'],
  [
    'There are more reasoning tokens than output tokens.',
    'Hay más tokens de razonamiento que tokens de salida.',
  ],
  ['There are more cache tokens than input tokens.', 'Hay más tokens de caché que tokens de entrada.'],
  [
    'The session records no usage, so nothing was counted: older versions of Grok Build write only how full the context is.',
    'La sesión no registra uso: las versiones anteriores de Grok Build solo escriben lo lleno que está el contexto, y de eso no se contó nada.',
  ],
  ['The response contains no known usage.', 'La respuesta no contiene ningún uso conocido.'],
  [
    'The response has no date; it is counted at the time of the import.',
    'La respuesta no contiene fecha; se cuenta en el momento de la importación.',
  ],
  [
    'The streamed response ends before its usage.',
    'La respuesta en streaming termina antes de decir cuánto usó.',
  ],
  ['The record’s "usage" is not an object.', '«usage» en el registro no es un objeto.'],
  ['The record’s "info" is not an object.', '«info» en el registro no es un objeto.'],
  ['The record’s "tokens" is not an object.', '«tokens» en el registro no es un objeto.'],
  ['The model’s "usage" is not an object.', '«usage» en el modelo no es un objeto.'],
  ['The token usage is not an object.', 'El uso de tokens no es un objeto.'],
  [
    'The {said} is not a usable text; the record was counted without it.',
    'No es un texto utilizable: {}. El registro se contó sin ese dato.',
  ],
  ['working directory', 'directorio de trabajo'],
  ['session', 'sesión'],
  ['model', 'modelo'],
  ['The line is not a JSON object.', 'La línea no es un objeto JSON.'],
  ['The line is cut off.', 'La línea está cortada.'],
  ['The line is not valid JSON.', 'La línea no es JSON válido.'],
  ['The line is longer than 64 MiB.', 'La línea supera los 64 MiB.'],
  ['The document is longer than 256 MiB.', 'El documento supera los 256 MiB.'],
  ['The file is not valid JSON, or it is cut off.', 'El archivo no es JSON válido o está cortado.'],
  ['The record is not a JSON object.', 'El registro no es un objeto JSON.'],
  [
    'Earlier versions of Continue wrote calls without a time, so they are not counted here. Import devdata.sqlite from the folder dev_data: it has the same calls with their times.',
    'Las versiones anteriores de Continue escribían las llamadas sin hora, así que aquí no se cuentan: devdata.sqlite, en la carpeta dev_data, tiene las mismas llamadas con sus horas.',
  ],
  [
    'The session was not counted: it has only the tokens of its last request, and no total.',
    'La sesión contiene los tokens de su última petición, pero no la suma de todas: no se ha contado.',
  ],
  [
    'Responses after the session last ended are not counted: Copilot CLI writes their tokens when the session ends.',
    'No se cuentan las respuestas posteriores al último final de la sesión: Copilot CLI escribe sus tokens cuando la sesión termina.',
  ],
  ['The counts do not add up to the total of the row.', 'Los recuentos no suman el total de la fila.'],
  [
    'The record’s total is not the sum of its counts; its counts were used.',
    'El total que indica el registro no es la suma de sus recuentos; se usaron los recuentos.',
  ],
  ['The record has no id.', 'El registro no tiene id.'],
  ['The usage is not in tokens.', 'El uso no está en tokens.'],
  [
    'The usage details contain something that is not a token count.',
    'Los detalles del uso contienen algo que no es un recuento de tokens.',
  ],
  [
    'The usage details contain an unknown kind of usage.',
    'Los detalles del uso contienen un tipo de uso desconocido.',
  ],
  [
    'The record has more cache tokens than prompt tokens.',
    'El registro tiene más tokens de caché que tokens de prompt.',
  ],
  [
    'The record has more cache tokens than input tokens.',
    'El registro tiene más tokens de caché que tokens de entrada.',
  ],
  [
    'The record has more reasoning tokens than output tokens.',
    'El registro tiene más tokens de razonamiento que tokens de salida.',
  ],
  [
    'The record does not say whether its prompt tokens include its cache tokens.',
    'El registro no dice si sus tokens de prompt incluyen los de caché.',
  ],
  ['There are no columns to choose from.', 'No hay columnas que elegir.'],
  ['There is no date.', 'No hay fecha.'],
  ['There is no such date.', 'Esa fecha no existe.'],
  ['The record has no date.', 'El registro no tiene fecha.'],
  [
    'The date is not a number of seconds or milliseconds since 1970.',
    'La fecha no es un número de segundos o milisegundos desde 1970.',
  ],
  ['The date is not a number of seconds since 1970.', 'La fecha no es un número de segundos desde 1970.'],
  ['The date is not in the chosen format.', 'La fecha no tiene el formato elegido.'],
  ['The date is not a time in ISO format.', 'La fecha no está en formato ISO.'],
  [
    'The date is out of range: before 2020 or in the future.',
    'La fecha está fuera de rango: es anterior a 2020 o está en el futuro.',
  ],
  ['The table lacks columns of this format.', 'A la tabla le faltan columnas de la asignación.'],
  [
    'The first row lacks columns of this export.',
    'A la primera fila le faltan columnas de esta exportación.',
  ],
  [
    'The uncached input is not the input minus its cached tokens; the row’s input was used.',
    'La entrada sin caché no es la entrada menos su caché; la fila se contó por su entrada.',
  ],
  ['The bucket ends before it begins.', 'El intervalo termina antes de empezar.'],
  ['The bucket is longer than a day.', 'El intervalo dura más de un día.'],
  ['The bucket is not a day in UTC.', 'El intervalo no es un día en UTC.'],
  [
    'This database lacks the tables of its tool.',
    'A esta base de datos le faltan las tablas de su herramienta.',
  ],
  [
    'The newest records may be missing. While the program runs, they are in the file ending in “-wal”. Choose both.',
    'Pueden faltar los registros más recientes: mientras su programa está en marcha, están en el archivo que termina en «-wal». Elige ambos.',
  ],
  ['A database of an unknown program.', 'Una base de datos de un programa que Tokentab no conoce.'],
  ['The message’s data is not a JSON object.', 'Los datos del mensaje no son un objeto JSON.'],
  [
    'The log next to the database (“-wal”) is damaged: its rows are missing.',
    'El log junto a la base de datos («-wal») está dañado: faltan sus filas.',
  ],
  [
    'The log next to the database (“-wal”) belongs to another version of it: its rows are missing.',
    'El log junto a la base de datos («-wal») corresponde a otra versión de ella: faltan sus filas.',
  ],
  [
    'This is the log of a database. Choose it together with the database, unpacked.',
    'Este es el log que acompaña a una base de datos: elígelo junto con ella, sin comprimir.',
  ],
  ['The database is larger than 1 GiB.', 'La base de datos supera 1 GiB.'],
  [
    'The database stores its text as UTF-16, which cannot be read here.',
    'La base de datos guarda su texto en UTF-16, que aquí no se puede leer.',
  ],
  [
    'Reading the database takes too long; what could be read was counted.',
    'La lectura de la base de datos tarda demasiado; se contó lo que se pudo leer.',
  ],
  [
    'The file is not a SQLite database, or it is damaged.',
    'El archivo no es una base de datos SQLite o está dañado.',
  ],
  [
    'The database is damaged; what could be read was counted.',
    'La base de datos está dañada; se contó lo que se pudo leer.',
  ],
  ['The database’s schema cannot be read.', 'No se puede leer el esquema de la base de datos.'],
  ['The database could not be opened.', 'No se pudo abrir la base de datos.'],
  [
    'The database is damaged: its own check fails.',
    'La base de datos está dañada: no supera su propia comprobación.',
  ],
  ['The row is too long and was skipped.', 'La fila es demasiado larga y se omitió.'],
  [
    'A quote on this line is misplaced or never closes; the line was skipped.',
    'En esta línea hay una comilla mal puesta o que nunca se cierra; la línea se omitió.',
  ],
  [
    'Too many quotes never close; from here on, each line is read separately.',
    'Hay demasiadas comillas que nunca se cierran; a partir de aquí cada línea se lee por separado.',
  ],
  [
    'A column name occurs more than once; the first one is read.',
    'Hay un nombre de columna repetido; se lee la primera.',
  ],
  ['The row has fewer cells than the header.', 'La fila tiene menos celdas que el encabezado.'],
  ['The row has more cells than the header.', 'La fila tiene más celdas que el encabezado.'],
  ['A token count is not a number.', 'Un recuento de tokens no es un número.'],
  [
    'A token count is ambiguous: its separator could mark decimals or thousands.',
    'Un recuento de tokens se puede leer de dos maneras: con decimales o en miles.',
  ],
  ['A token count is not a whole number.', 'Un recuento de tokens no es un número entero.'],
  ['A token count is negative.', 'Un recuento de tokens es negativo.'],
  ['A token count is too large to be real.', 'Un recuento de tokens es demasiado grande para ser real.'],
  ['The token count "{}" is not a number.', 'El recuento de tokens «{}» no es un número.'],
  [
    'The token count "{}" is not a whole number of 0 or more.',
    'El recuento de tokens «{}» no es un número entero de 0 o más.',
  ],
  [
    'The token count "{}" is too large to be real.',
    'El recuento de tokens «{}» es demasiado grande para ser real.',
  ],
  [
    'The file contains NUL characters; they were ignored.',
    'El archivo contiene caracteres NUL; se omitieron.',
  ],
  ['The line is not UTF-8; it was read as Windows-1252.', 'La línea no es UTF-8; se leyó como Windows-1252.'],
  [
    'This tool records a session’s cost, but only the tokens of its last request. The cost was counted, without tokens.',
    'Esta herramienta registra lo que costó una sesión, pero de sus tokens solo los de la última solicitud: se contó el coste, sin tokens.',
  ],
  ['The thread could not be unpacked.', 'No se puede descomprimir el hilo.'],
  ['The span is not a JSON object.', 'El span no es un objeto JSON.'],
  [
    'The record has no date, so it is counted at the time its file last changed.',
    'El registro no tiene fecha: se cuenta en la última modificación de su archivo.',
  ],
  [
    'This chat contains no token counts: Copilot wrote none in 2025.',
    'Este chat no contiene recuentos de tokens: Copilot no escribió ninguno en 2025.',
  ],
  [
    'A ChatGPT export contains no token counts. For OpenAI’s API, export them at platform.openai.com: Usage, Export. Codex keeps them in ~/.codex/sessions.',
    'Una exportación de ChatGPT no contiene recuentos de tokens. Los de la API de OpenAI se exportan en platform.openai.com: Usage, Export. Codex los guarda en ~/.codex/sessions.',
  ],
  [
    'An export of Claude chats contains no token counts. For Anthropic’s API, export them at platform.claude.com: Usage, Export. Claude Code keeps them in ~/.claude/projects.',
    'Una exportación de los chats de Claude no contiene recuentos de tokens. Los de la API de Anthropic se exportan en platform.claude.com: Usage, Export. Claude Code los guarda en ~/.claude/projects.',
  ],
  [
    'A Google Takeout of Gemini contains no token counts. Gemini CLI keeps them in ~/.gemini/tmp.',
    'El Takeout de Gemini de Google no contiene recuentos de tokens. Gemini CLI los guarda en ~/.gemini/tmp.',
  ],
  [
    'A code editor’s own database contains no token counts. Its extensions keep theirs in globalStorage, next to it.',
    'El almacenamiento de un editor de código no contiene recuentos de tokens. Lo que guardan sus extensiones está al lado, en globalStorage.',
  ],
  [
    'Windsurf’s conversations are encrypted, so no token counts can be read. Windsurf’s account page shows your usage.',
    'Las conversaciones de Windsurf están cifradas y no contienen recuentos de tokens que se puedan leer. Su página de cuenta muestra lo que se usó.',
  ],
  [
    'Antigravity’s conversations are encrypted or in an undocumented format, so they cannot be counted.',
    'Las conversaciones de Antigravity están cifradas o en un formato que nadie ha descrito: no se pueden contar.',
  ],
  [
    'Codebuff records credits instead of token counts, so nothing was counted.',
    'Codebuff guarda créditos y no recuentos de tokens, y los créditos no son tokens: no se contó nada.',
  ],
  [
    'This database is large and isn’t named like those of the tools that Tokentab reads. To check it anyway, choose it on its own.',
    'Esta base de datos es grande y no se llama como las de las herramientas que Tokentab lee. Elígela sola para que se examine.',
  ],
  [
    'Cursor’s own files contain no usable token counts. Export them at cursor.com: Dashboard, Usage, Export CSV.',
    'Los archivos propios de Cursor no contienen recuentos de tokens utilizables. Expórtalos en cursor.com: Dashboard, Usage, Export CSV.',
  ],
  [
    'Kiro records credits instead of token counts here. Its editor counts tokens in globalStorage/kiro.kiroagent/dev_data.',
    'Kiro guarda aquí créditos y no recuentos de tokens. Su editor cuenta los tokens en globalStorage/kiro.kiroagent/dev_data.',
  ],
  [
    'JetBrains AI Assistant records no token counts. Junie keeps them in ~/.junie/sessions; quotas are shown in the editor’s AI settings.',
    'JetBrains AI Assistant no guarda recuentos de tokens. Junie los tiene en ~/.junie/sessions; los ajustes de IA del editor muestran las cuotas.',
  ],
  [
    'An export of Le Chat contains no token counts. For Mistral’s API, its console shows the usage. Mistral Vibe keeps it in ~/.vibe/logs/session.',
    'Una exportación de Le Chat no contiene recuentos de tokens. Para la API de Mistral, su consola muestra el uso. Mistral Vibe lo guarda en ~/.vibe/logs/session.',
  ],
  [
    'This tool records no token counts. Its provider’s website may show or export the usage.',
    'Esta herramienta no guarda recuentos de tokens. Quizá el sitio web de su proveedor muestre o exporte el uso.',
  ],
  [
    'The database of Copilot’s desktop app repeats the sums of its sessions. Import them from ~/.copilot/session-state instead.',
    'La base de datos de la aplicación de escritorio de Copilot repite las sumas de sus sesiones. Impórtalas desde ~/.copilot/session-state.',
  ],
  [
    'Sessions of Continue in an editor contain no token counts. It counts their calls in the folder dev_data, next to sessions.',
    'Las sesiones de Continue en un editor no contienen recuentos de tokens. Continue cuenta sus llamadas en la carpeta dev_data, junto a sessions.',
  ],
];
