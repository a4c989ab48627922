
'use strict';
// Neither of the two characters that XML reserves may be in here: the page is to be well-formed as it stands.
document.addEventListener('DOMContentLoaded', () => {
  const value = (row, column) => {
    const cell = row.cells[column];
    return 'v' in cell.dataset ? Number(cell.dataset.v) : cell.textContent;
  };
  const compare = (a, b) => typeof a === 'number' ? a - b : a.localeCompare(b);
  const sort = (table, head) => {
    const column = head.cellIndex;
    const numbers = head.classList.contains('n');
    // Of numbers the largest are wanted first.
    const descending = head.hasAttribute('aria-sort') ? head.getAttribute('aria-sort') === 'ascending' : numbers;
    table.querySelectorAll('th[aria-sort]').forEach(other => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const sign = descending ? -1 : 1;
    const body = table.tBodies[0];
    body.append(...Array.from(body.rows).sort((a, b) => sign * compare(value(a, column), value(b, column))));
  };
  document.querySelectorAll('table').forEach(table => table.querySelectorAll('th').forEach(head => {
    if (head.textContent) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => sort(table, head));
    }
  }));
});
