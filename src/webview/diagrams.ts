// Diagrams of mermaid: each is drawn once for its text, shown as a picture in its block, and while its text is not one the last that
// was stays, dimmed. As a picture nothing in it can run, load anything or have styles that reach beyond it.

type Draw = (text: string, isDark: boolean) => Promise<string>;

const BLOCKS = 'code.language-mermaid, pre.mermaid, div.mermaid, figure.highlight.mermaid td.code > pre';
const REMEMBERED = 100;

interface Picture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** @param draw gives an SVG. @param changed is called when a picture came later than it was asked for */
export function drawDiagrams(inner: Document, draw: Draw, changed: () => void): (elements: readonly Element[], isWanted: boolean) => void {
  const known = new Map<string, Picture | string>();
  const good = new WeakMap<Element, Picture>();
  let queue: Promise<unknown> = Promise.resolve();

  function show(block: Element, text: string, isDark: boolean): void {
    const key = `${isDark}\n${text}`;
    const found = known.get(key);
    if (found === undefined) {
      if (good.has(block)) put(block, good.get(block)!, undefined);
      queue = queue.then(() => make(key, text, isDark)).then(() => {
        if (!block.isConnected || textOf(block) !== text) return;
        show(block, text, isDark);
        changed();
      });
    } else if (typeof found !== 'string') {
      good.set(block, found);
      put(block, found, undefined);
    } else if (good.has(block)) put(block, good.get(block)!, found);
    else (block as HTMLElement).title = found;
  }

  async function make(key: string, text: string, isDark: boolean): Promise<void> {
    if (known.has(key)) return;
    let made: Picture | string;
    try {
      made = pictureOf(await draw(text, isDark));
    } catch (error) {
      made = error instanceof Error ? error.message : String(error);
    }
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value!);
    known.set(key, made);
  }

  return (elements, isWanted) => {
    for (const element of elements) {
      for (const block of [...(element.matches(BLOCKS) ? [element] : []), ...element.querySelectorAll(BLOCKS)]) {
        const text = textOf(block);
        if ((isWanted || block.matches('.mermaid')) && text.trim() !== '') show(block, text, isDarkAt(inner, block));
      }
    }
  };
}

const SOURCE = 'tp-diagram-source';
const PICTURE = 'tp-diagram';

/** What was written, whether it is shown or not; Hexo's lines end in `<br>`. */
function textOf(block: Element): string {
  const source = block.querySelector(`.${SOURCE}`) ?? block;
  const lines = [...source.querySelectorAll('.line')];
  return lines.length ? lines.map(({ textContent }) => textContent).join('\n') : source.textContent ?? '';
}

/** The text stays in the block, hidden, so that the next version of the block is compared with what it was. */
function put(block: Element, { address, width, height }: Picture, error: string | undefined): void {
  const { ownerDocument } = block;
  let source = block.querySelector<HTMLElement>(`.${SOURCE}`);
  if (!source) {
    source = ownerDocument.createElement('span');
    source.className = SOURCE;
    source.append(...block.childNodes);
    block.append(source);
  }
  source.style.display = 'none';
  let image = block.querySelector<HTMLImageElement>(`img.${PICTURE}`);
  if (!image) {
    image = ownerDocument.createElement('img');
    image.className = PICTURE;
    block.append(image);
  }
  image.alt = source.textContent ?? '';
  image.title = error ?? '';
  image.style.cssText = `display: block; width: ${width}px; max-width: 100%; height: auto; margin: 0 auto;${error === undefined ? '' : ' opacity: .4;'}`;
  image.width = width;
  image.height = height;
  if (image.src !== address) image.src = address;
}

function pictureOf(svg: string): Picture {
  const element = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
  const [, , width = 0, height = 0] = (element?.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  if (!element || !(width > 0) || !(height > 0)) throw new Error('no picture');
  element.setAttribute('width', String(width));
  element.setAttribute('height', String(height));
  return { address: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(element))}`, width: Math.ceil(width), height: Math.ceil(height) };
}

/** By what is painted behind it, whoever decided that. */
function isDarkAt(inner: Document, block: Element): boolean {
  for (let element: Element | null = block.closest('pre, figure')?.parentElement ?? block; element; element = element.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = inner.defaultView!.getComputedStyle(element).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
    if (alpha > 0.5) return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
  }
  return inner.defaultView!.getComputedStyle(inner.documentElement).colorScheme === 'dark';
}
