// Given names by the gender that they usually go with: a weak sign, which a title or the text's own "she" outweighs.
// Made by hand from general knowledge in November 2026, common names of many languages as English news spells them; names
// that go with both are left out. A name that is missing is met by what the text calls its bearer.

const WOMEN = `
abigail ada adele adriana agnes aida aisha alba alexandra alexis alice alicia alina alison allison alma amal amalia amanda
amber amelia amina amy ana anastasia anat andrea angela angelina angie anita anke ann anna anne annette annie antonia anya
april ariana ashley astrid audrey ava ayelet ayesha barbara beata beatrice becky belinda bella benazir bernadette beth
bethany betsy betty beverly birgit bonnie brenda bridget brigitte brittany caitlin camila camilla candace carla carly carmen
carol carolina caroline carolyn cassandra catalina catherine cathy cecilia celia chantal charlene charlotte chelsea cheryl
chloe christina christine cindy claire clara claudia colleen condoleezza connie constance consuelo cora cordelia courtney
cristina cynthia dagmar daisy dalia dana danielle daphne daria dawn debbie deborah debra deirdre delia denise diana diane
dianne dina dolores donna dora doris dorothy ebba edith eileen elaine eleanor elena eliana elise elisabeth elizabeth ella
ellen elsa elsie emilia emily emma erica erika erin esperanza estelle esther ethel eugenia eva eve evelyn fatima fatou
federica felicia fiona florence frances francesca frauke freya frida gabriela gabrielle gail galina georgia geraldine
gertrude gillian gina ginny giorgia gisela giulia gladys glenda gloria golda grace greta gretchen guadalupe gwen hanan
hanna hannah harriet hazel heather heidi heike helen helena helene helga henrietta hilary hildegard hillary holly huma ida
ilse imelda indira ines ingrid inna irene irina iris irma isabel isabella isobel ivanka ivana ivy jackie jacqueline jane
janet janice jasmine jean jeanette jeanne jeannie jen jenna jennifer jenny jessica jill jo joan joann joanna joanne
josephine joy joyce juanita judith judy julia juliana julie juliet julieta june justine kaja kamala karen karin karine
karla katarina kate katherine kathleen kathryn kathy katie katja katrina katya kay kayla kellyanne kendra kerstin khadija
kimberly kirsten kirstjen kristen kristi kristin kristina kristine ksenia kyra laila lana lara larissa latifa laura lauren
laurie lea leah leila lena leonor letitia leyla lidia lilian liliana lillian lily linda lindsay lisa liudmila liz liza
lois lola loretta lori lorraine louisa louise lourdes lubna lucia lucille lucy luisa lydia lynne lyudmila mabel madeleine
madison maggie maia malala malia mandy manuela mara marcia margaret margarita margot maria mariam marian marianna marianne
marie mariella marilyn marina marine marion marisa marissa marjorie marla marlene marsha marta martha martina mary maryam
matilda maud maura maureen maxine maya meera megan meghan megyn melanie melania melinda melissa mercedes meredith mette mia
michaela michelle mila mildred millie mina mindy minerva miranda miriam moira molly mona monica monika muriel myra myriam
nadia nadezhda nadine nancy naomi nasrin natalia natalie natalya natasha nathalie nellie nicola nicole nikki nina nora norah
noor nour octavia odette odile oksana olena olga olha olive olivia ophelia oprah orla paige pamela parisa patricia
patty paula paulina pauline peggy penelope penny petra phoebe phyllis pilar polina polly priscilla priya rachel
rachida rania raquel rebecca regina renata renee rhonda rita roberta rochelle roma rosa rosalind rosalyn rosanna rose
rosemary roxana roxanne runa ruth sabine sabrina sadie sahar sally salma salome samantha samia sandra sanna sara sarah
selma serena shannon sharon sheila shelly shereen sherry sheryl shirin shirley sigrid silvia simone siobhan sofia
sofie sonia sonja sophia sophie soraya stacy stefanie stella stephanie sue sumaya susan susana susanna susanne susie
suzanne svetlana sviatlana sybil sylvia tamar tamara tammy tania tanya tara tatiana tatyana teresa thelma theresa therese
tiffany tina toni tonya tracy trudy tulsi ulla ursula usha valentina valeria valerie vanessa vera veronica vicky victoria
viktoria viola violet virginia vivian viviane wanda wendy whitney whoopi wilhelmina winifred winnie xiomara yael yana
yasmin yelena yevgenia yekaterina ekaterina yolanda yulia yuliya yvette yvonne zainab zara zeinab zelda zhanna zoe zuzana`

const MEN = `
aaron abbas abdel abdul abdullah abdulla abe abel abraham adam adolf adrian ahmad ahmed aidan akbar akira alan albert
alberto aldo alec alejandro aleksander aleksandr aleksei alessandro alex alexander alexandre alexei alexey alfonso alfred
alfredo ali alistair allan allen alonzo alvaro alvin amir amos anatoly anders andre andreas andrei andrej andres andrew
andrey andrii andriy andrzej andy angus anselm anthony antoine anton antonio antony ari armando arnold arseniy art artem
arthur arturo asif aslan attila august augusto austin avi ayman axel baltasar barack bart bashar basil beau ben benedict
benjamin benito bernard bernardo bernie bert bertrand bill billy binyamin bob bobby bogdan boris brad bradley brandon brendan
brent brett brian bruce bruno bryan byron caleb calvin carl carlo carlos carlton carter cecil cedric cesar chad charles
charlie chester chip chris christian christoph christophe christopher chuck clarence claude claudio clay clayton cliff
clifford clint clive cody colin conor conrad corey cornelius corvin cory craig curt curtis cyril cyrus dale damian damon
dan daniel danny darrell darren dave david dean denis dennis derek desmond devin dexter diego dieter dimitri dimitris
dirk dmitri dmitriy dmitry dmytro dominic don donald doug douglas duncan dustin dwight earl ed eddie edgar edmund
eduard eduardo edward edwin efraim egon ehud eli elias elijah elliot elliott elmer elon emanuel emil emile emilio
emmanuel enrique eric erich erik ernest ernesto ernst ervin esteban ethan eugene evan evgeny ezra fabian fadi faisal farid
federico felipe felix ferdinand fernando fidel florian floyd francisco franco francois franklin frank frans franz fred
freddie frederic frederick fredrik friedrich gabriel gareth garrett gary gavin gene geoff geoffrey george georges georg
gerald gerard gerhard gianni gideon gilbert giorgio giovanni giuseppe glen glenn gonzalo gordon graham grant greg gregor
gregory grigory guido guillermo gunther gus gustav gustavo guy habib hamid hamza hank hans harald harold harry harvey
hasan hassan hector heiko heinrich heinz helmut hendrik henri henrik henry herbert herman hermann hernan hiroshi horst
howard hubert hugh hugo hussein ian ibrahim igor ihor ike ilham ilya imran ira isaac ismail ivan ivo jack jacob jacques
jaime jair jake jakob jalal jamal james jamie jan janez janos jared jason javad javier jay jeb jeff jefferson jeffrey jens
jeremy jerome jerry jesus jim jimmy joachim joao joaquin jochen joe joel johan johann johannes john johnny jon jonas
jonathan jordi jorge jose josef josep joseph josh joshua josip juan jules julian julio julius jun junichiro jurgen justin
kaan kareem karim karl kaspar keith ken kenneth kent kevin khaled khalid khalil kirk klaus kofi konrad konstantin kostas
kurt kyle kyriakos lambert lamar lance lars laszlo laurence laurent lawrence lech lee lenny leo leon leonard leonardo
leonid leopold leroy les lester lev levi lewis liam linus lionel lloyd logan lorenzo lou louis luc luca lucas ludwig luigi
luis lukas luke luther lyle mahathir mahmoud mahmud malcolm manfred manmohan manny manuel marc marcel marcelo marco marcos
marcus mariano mario mark marko markus marshall martin marty marvin masoud massoud matej mateusz matt matteo matthew matthias
maurice mauricio max maxim maxime maximilian mehdi mehmet mel melvin mervyn michael michal michel miguel mihai mike mikhail
mikheil miles milos milan milton miroslav mitch mitchell mitt mo mohamed mohammad mohammed moises
morgan morris moritz moshe muammar muhammad murray mustafa mykhailo mykola myron naftali narendra nate nathan nathaniel
neal ned neil nelson newt nicholas nick nicolas nicolae nigel niklas nikita nikolai nikolay nikos nils noah noel nolan
norbert norm norman nouri oleg oleh oleksandr oleksii oleksiy oliver olivier omar orlando orrin orville oscar oskar osman
otto owen pablo paolo pascal pat patrice patrick paul paulo pavel pavlo pedro per percy perry pete peter petr petro petros
phil philip philippe phillip pierre piers piotr pyotr quentin radek radoslaw rafael rafik rahm rainer rajiv ralph ramon
ramzan rand randall randolph randy raul ray raymond recep reed reinhard reince rene reuven rex reza ricardo rich richard
rick ricky rob robert roberto rod roderick rodney rodolfo rodrigo roger rogelio rohan roland rolf roman ron ronald ronan
rory ross roy ruben rudolf rudolph rudy rufus rupert russ russell ruslan rustem ryan saad saddam sadiq saeed salman salvador
salvatore sami samir sammy samuel sanjay saul scott sean sebastian sepp serge sergei sergey sergio serhii serhiy sergiy
seth seymour shane shawn shimon shinzo sidney sigmar silvio simon slobodan spencer stan stanislav stanley stefan stefano
stelios stephane stephen sterling steve steven stewart stuart sven svyatoslav syed tariq tayyip ted teddy teodor terence
terrence terry thabo theo theodore thierry thomas tim timothy timur tobias toby tod todd tom tomas tomasz tommy tony
travis trent trevor tristan tyler ulrich umar valery vance vasily vasyl vern vernon viacheslav vicente victor viktor
vince vincent vinod virgil vitali vitaliy vitaly vito vlad vladimir vladislav volodymyr volker vuk vyacheslav wade waleed
wallace walt walter warren wayne wendell werner wesley will willard willem william willie willy wilfred wolf wolfgang
woodrow xavier yair yahya yanis yasser yehuda yevgeny yevhen yitzhak yoav yoram yoshihide yosef youssef yuri yuriy yury yusuf
yves zachary zack zbigniew zeid zoran`

const listed = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/))
const HERS = listed(WOMEN)
const HIS = listed(MEN)

/** The pronoun that usually goes with a given name; undefined for one that goes with both, or is not listed. */
export function usualGender(name: string): 'he' | 'she' | undefined {
  const folded = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const parts = [folded, folded.split('-')[0] ?? folded]
  if (parts.some((part) => HERS.has(part))) return 'she'
  if (parts.some((part) => HIS.has(part))) return 'he'
  return undefined
}
