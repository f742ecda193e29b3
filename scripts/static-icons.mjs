/**
 * Compiles Lucide icons into static Svelte templates. Lucide's own components create each shape and attribute at run
 * time: twenty icons took a fourteenth of the first load's main-thread time. A static template is cloned by the
 * browser instead. The icons support only the properties that we use, `size` and `fill`. All of them are decorative,
 * next to a text or a label.
 * @returns {import('vite').Plugin}
 */
export function staticIcons() {
  return {
    name: 'tokentab:static-icons',
    enforce: 'pre',
    transform: {
      filter: { id: /@lucide\/svelte\/dist\/icons\/[^?]+\.svelte$/ },
      handler(code) {
        const data = /const iconData = (\{.*\});/.exec(code)?.[1];
        if (data === undefined)
          throw new Error('Lucide writes its icons in another way now: update this plugin.');
        return { code: componentOf(JSON.parse(data)), map: null };
      },
    },
  };
}

/** @param {{ size: number; node: [tag: string, attributes: Record<string, string>][] }} icon */
function componentOf({ size, node }) {
  const shapes = node.map(([tag, attributes]) => {
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${written.join('')} />`;
  });
  return `<script>let { size = ${size}, fill = 'none' } = $props();</script>
<svg class="lucide" width={size} height={size} {fill} viewBox="0 0 ${size} ${size}" stroke="currentColor" stroke-width="2"
  stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes.join('')}</svg>`;
}
