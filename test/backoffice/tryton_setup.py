# Fills an empty Tryton with what a small shop has before its first order: a company, a chart of accounts, a fiscal
# year, one product. Run with the Python that Debian's Tryton belongs to: tryton_setup.py CONFIG DATABASE
import datetime
import sys
from decimal import Decimal

from proteus import Model, Wizard, config

settings, database = sys.argv[1:3]
config = config.set_trytond(f'sqlite:///{database}', user='admin', config_file=settings)


def find(name, **equal):
    return Model.get(name).find([(key, '=', value) for key, value in equal.items()])


Party = Model.get('party.party')
currency = Model.get('currency.currency')(name='Euro', code='EUR', symbol='€', rounding=Decimal('0.01'), digits=2)
currency.rates.new(rate=Decimal('1'), date=datetime.date(2020, 1, 1))
currency.save()

make_company = Wizard('company.company.config')
make_company.execute('company')
organisation = Party(name='Waterkracht')
organisation.save()
make_company.form.party = organisation
make_company.form.currency = currency
make_company.execute('add')
company, = Model.get('company.company').find()

user, = Model.get('res.user').find([('login', '=', 'admin')])
user.companies.append(company)
user.company = company
user.save()
config._context = Model.get('res.user').get_preferences(True, config.context)

AccountTemplate = Model.get('account.account.template')
template, = AccountTemplate.find([('parent', '=', None), ('name', '=', 'Minimal Account Chart')])
make_chart = Wizard('account.create_chart')
make_chart.execute('account')
make_chart.form.account_template = template
make_chart.form.company = company
make_chart.execute('create_account')
accounts = {}
for kind, flags in {
    'receivable': [('type.receivable', '=', True), ('party_required', '=', True)],
    'payable': [('type.payable', '=', True), ('party_required', '=', True)],
    'revenue': [('type.revenue', '=', True)],
    'expense': [('type.expense', '=', True)],
}.items():
    accounts[kind] = Model.get('account.account').find(flags + [('company', '=', company.id)], limit=1)[0]
make_chart.form.account_receivable = accounts['receivable']
make_chart.form.account_payable = accounts['payable']
make_chart.execute('create_properties')

Sequence = Model.get('ir.sequence')
StrictSequence = Model.get('ir.sequence.strict')
SequenceType = Model.get('ir.sequence.type')
move_type, = SequenceType.find([('name', '=', 'Account Move')], limit=1)
invoice_type, = SequenceType.find([('name', '=', 'Invoice')], limit=1)
this_year = datetime.date.today().year
for year in range(this_year - 1, this_year + 2):
    fiscal = Model.get('account.fiscalyear')(name=str(year))
    fiscal.start_date = datetime.date(year, 1, 1)
    fiscal.end_date = datetime.date(year, 12, 31)
    fiscal.company = company
    moves = Sequence(name=f'{year}', sequence_type=move_type, company=company)
    moves.save()
    fiscal.post_move_sequence = moves
    invoices = StrictSequence(name=f'{year}', sequence_type=invoice_type, company=company, prefix=f'F{year}-')
    invoices.save()
    for line in fiscal.invoice_sequences:
        line.out_invoice_sequence = invoices
        line.in_invoice_sequence = invoices
        line.out_credit_note_sequence = invoices
        line.in_credit_note_sequence = invoices
    fiscal.save()
    fiscal.click('create_period')

unit, = Model.get('product.uom').find([('name', '=', 'Unit')])
category = Model.get('product.category')(name='Energie', accounting=True)
category.account_revenue = accounts['revenue']
category.account_expense = accounts['expense']
category.save()
product = Model.get('product.template')(name='Zonnepaneel 400 W', default_uom=unit, type='goods')
product.salable = True
product.list_price = Decimal('149.50')
product.account_category = category
product.products[0].code = 'ZP-400'
product.save()

term = Model.get('account.invoice.payment_term')(name='Binnen 14 dagen')
line = term.lines.new(type='remainder')
line.relativedeltas.new(days=14)
term.save()
print('ready')
