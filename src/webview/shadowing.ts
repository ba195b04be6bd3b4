// Elements that hide what belongs to the page: a picture called `body` takes the place of `document.body`, a field called
// `attributes` that of its form's attributes. Whoever walks through such a page would be led astray or stopped.
// https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem-filter and forms.html#dom-form-nameditem

/** Takes the name and the id away where the document or a form has a property that is called so. */
export function unshadow(element: Element): void {
  const form = document.createElement('form');
  // of a form its own properties may be hidden already
  const { getAttribute, removeAttribute } = Element.prototype;
  for (const name of ['name', 'id']) {
    const value = getAttribute.call(element, name);
    if (value !== null && (value in form || (value in document && isNamed(element, name)))) removeAttribute.call(element, name);
  }
}

/** Only these are found by a property of the document; ids of other elements are anchors, which posts may call as they like. */
const isNamed = (element: Element, attribute: string): boolean => attribute === 'name' || Element.prototype.matches.call(element, 'object, img, embed, form, iframe');

/** Puts what is in a form into an element without properties that its fields could hide. */
export function withoutForms(parent: ParentNode & Node): void {
  const document = parent.ownerDocument!;
  // one for all: each that there is follows every change
  const range = document.createRange();
  for (const form of parent.querySelectorAll('form')) {
    range.selectNodeContents(form);
    const plain = document.createElement('div');
    plain.append(range.extractContents());
    range.selectNode(form);
    range.deleteContents();
    range.insertNode(plain);
  }
}
