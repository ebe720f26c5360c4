// The pages work without this: it adds focus on the error summary and a guard against a second click.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
