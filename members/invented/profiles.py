"""What invented surgeons do: a dozen plausible kinds of practice over the vocabulary's slugs."""

from __future__ import annotations

import random
from dataclasses import dataclass

from members.invented.chance import Weighed, maybe
from members.invented.person import Offer


@dataclass(frozen=True)
class Profile:
    """`core` is nearly always offered, `often` half the time, `seldom` now and then."""

    name: str
    core: tuple[str, ...]
    often: tuple[str, ...]
    seldom: tuple[str, ...] = ()


def _slugs(text: str) -> tuple[str, ...]:
    return tuple(text.split())


INJECTABLES = _slugs("""botulinum-toxin dermal-fillers lip-augmentation cheek-filler under-eye-filler
        chin-jawline-filler filler-dissolving biostimulators skin-boosters lip-flip masseter-botox""")
SKIN = _slugs("""chemical-peel microneedling co2-laser laser-skin-resurfacing rf-microneedling medical-skin-care
        hydradermabrasion mesobotox ipl""")

BREAST = Profile(
    "breast",
    _slugs("""breast-augmentation breast-lift breast-lift-augmentation breast-reduction breast-implant-revision
        breast-implant-removal tummy-tuck liposuction mommy-makeover"""),
    _slugs("""fat-transfer-breast breast-asymmetry-correction nipple-areola-surgery male-breast-reduction
        arm-lift thigh-lift labiaplasty botulinum-toxin dermal-fillers breast-reconstruction
        buttock-augmentation aesthetic-flat-closure microneedling"""),
    (*SKIN, *INJECTABLES, *_slugs("monsplasty body-lift scar-revision earlobe-repair")),
)
BODY = Profile(
    "body",
    _slugs("""tummy-tuck liposuction arm-lift thigh-lift mommy-makeover body-lift panniculectomy breast-lift
        body-contouring-after-weight-loss"""),
    _slugs("""liposuction-assisted buttock-augmentation buttock-lift upper-body-lift monsplasty
        breast-augmentation male-breast-reduction daddy-makeover muscle-etching cellulite-treatment
        nonsurgical-fat-reduction chemical-peel botulinum-toxin lipedema-surgery"""),
    (
        *SKIN,
        *_slugs("""buttock-implants body-implants muscle-stimulation deoxycholic-acid hand-rejuvenation
        stretch-mark-treatment breast-reduction abdominal-wall-reconstruction"""),
    ),
)
FACE = Profile(
    "face",
    _slugs("""facelift neck-lift brow-lift eyelid-surgery rhinoplasty botulinum-toxin dermal-fillers
        chin-surgery laser-skin-resurfacing"""),
    (
        *_slugs("""mid-facelift lip-lift buccal-fat-removal chin-liposuction fat-grafting-face revision-rhinoplasty
        ear-surgery facial-implants canthoplasty chemical-peel co2-laser microneedling mesobotox
        earlobe-repair double-eyelid-surgery"""),
    ),
    (
        *SKIN,
        *INJECTABLES,
        *_slugs("""jaw-contouring lip-implants thread-lift hairline-lowering septoplasty ptosis-repair
        hair-transplant eyebrow-transplant liquid-rhinoplasty"""),
    ),
)
SKIN_CARE = Profile(
    "skin",
    (*_slugs("botulinum-toxin dermal-fillers chemical-peel microneedling laser-skin-resurfacing medical-skin-care"),
     *_slugs("mesobotox co2-laser ipl")),
    (*INJECTABLES, *SKIN, *_slugs("""laser-hair-removal vascular-laser pigment-laser acne-scar-treatment prp
        nonsurgical-skin-tightening hyperhidrosis-botox deoxycholic-acid eyelid-surgery""")),
    _slugs("""tattoo-removal spider-vein-treatment photodynamic-therapy microdermabrasion dermaplaning
        dermabrasion prp-hair thread-lift trapezius-botox earlobe-filler mole-removal
        nonsurgical-fat-reduction cellulite-treatment liquid-rhinoplasty skin-cancer-removal"""),
)  # fmt: skip
HAND = Profile(
    "hand",
    _slugs("hand-surgery carpal-tunnel-release trigger-finger-release peripheral-nerve-surgery"),
    _slugs("replantation congenital-hand-surgery limb-salvage scar-revision wound-care tissue-expansion mole-removal"),
    _slugs("hand-rejuvenation migraine-surgery skin-cancer-removal burn-reconstruction botulinum-toxin liposuction"),
)
MICRO = Profile(
    "reconstruction",
    _slugs("""breast-reconstruction breast-reconstruction-flap breast-reconstruction-implant
        nipple-reconstruction oncoplastic-surgery breast-reduction scar-revision"""),
    _slugs("""lymphedema-surgery aesthetic-flat-closure head-neck-reconstruction limb-salvage
        abdominal-wall-reconstruction chest-wall-reconstruction tissue-expansion skin-cancer-removal
        breast-lift tummy-tuck panniculectomy wound-care"""),
    _slugs("""peripheral-nerve-surgery facial-reanimation hand-surgery liposuction breast-implant-removal
        fat-transfer-breast lipedema-surgery breast-augmentation replantation"""),
)
CRANIOFACIAL = Profile(
    "craniofacial",
    _slugs("cleft-repair craniosynostosis-surgery ear-reconstruction facial-trauma-repair vascular-anomaly-surgery"),
    _slugs("""orthognathic-surgery ear-surgery scar-revision facial-reanimation septoplasty rhinoplasty
        mole-removal tissue-expansion congenital-hand-surgery ptosis-repair"""),
    _slugs(
        """jaw-contouring chin-surgery burn-reconstruction vascular-laser head-neck-reconstruction fat-grafting-face"""
    ),
)
FACIAL_NERVE = Profile(
    "facial-nerve",
    _slugs("facial-reanimation facial-trauma-repair head-neck-reconstruction skin-cancer-removal eyelid-surgery"),
    _slugs("""ptosis-repair peripheral-nerve-surgery migraine-surgery botulinum-toxin brow-lift septoplasty
        rhinoplasty scar-revision canthoplasty facelift dermal-fillers"""),
    _slugs("neck-lift masseter-botox fat-grafting-face ear-reconstruction laser-skin-resurfacing lip-lift"),
)
GENDER = Profile(
    "gender",
    _slugs("gender-affirming-surgery top-surgery facial-feminization body-masculinization-feminization"),
    _slugs("""bottom-surgery breast-augmentation male-breast-reduction jaw-contouring rhinoplasty brow-lift
        hairline-lowering liposuction chin-surgery fat-grafting-face nipple-areola-surgery"""),
    _slugs("lip-lift dermal-fillers botulinum-toxin laser-hair-removal scar-revision tummy-tuck microneedling"),
)
BURNS = Profile(
    "burns",
    _slugs("burn-reconstruction scar-revision wound-care tissue-expansion skin-cancer-removal"),
    _slugs("""laser-skin-resurfacing co2-laser hand-surgery limb-salvage abdominal-wall-reconstruction
        mole-removal facial-trauma-repair vascular-laser pigment-laser"""),
    _slugs("ear-reconstruction eyebrow-transplant microneedling chemical-peel replantation dermabrasion"),
)
GENERAL = Profile(
    "general",
    _slugs("""breast-augmentation tummy-tuck liposuction breast-reduction facelift eyelid-surgery
        botulinum-toxin scar-revision"""),
    (
        *_slugs("""breast-lift rhinoplasty neck-lift mommy-makeover dermal-fillers skin-cancer-removal mole-removal
        breast-reconstruction arm-lift carpal-tunnel-release chemical-peel laser-skin-resurfacing
        microneedling male-breast-reduction ear-surgery labiaplasty"""),
    ),
    (
        *SKIN,
        *INJECTABLES,
        *_slugs("hand-surgery wound-care abdominal-wall-reconstruction earlobe-repair vaginal-rejuvenation"),
    ),
)
PROFILES = Weighed(
    [(BREAST, 20), (BODY, 12), (FACE, 15), (SKIN_CARE, 9), (GENERAL, 20), (MICRO, 8), (HAND, 6), (CRANIOFACIAL, 4),
     (FACIAL_NERVE, 2), (GENDER, 2.5), (BURNS, 1.5)]
)  # fmt: skip
ALL = tuple(PROFILES.things)
EXTRA = Weighed([(BREAST, 2), (SKIN_CARE, 3), (FACE, 2), (BODY, 2), (GENERAL, 1)])
OFFICE_ONLY = frozenset((*INJECTABLES, *SKIN, *SKIN_CARE.often, *SKIN_CARE.seldom)) - {"eyelid-surgery"}
VOLUMES = ("1-9", "10-49", "50-99", "100+")


def slugs(rng: random.Random, profile: Profile) -> list[str]:
    """What one surgeon of that kind offers, the most typical first."""
    chosen = [slug for slug in profile.core if maybe(rng, 0.93)]
    chosen += [slug for slug in profile.often if maybe(rng, 0.52)]
    chosen += [slug for slug in profile.seldom if maybe(rng, 0.2)]
    if profile is not HAND and maybe(rng, 0.35):
        extra = EXTRA.draw(rng)
        chosen += [slug for slug in extra.core if maybe(rng, 0.6)]
    return list(dict.fromkeys(chosen)) or list(profile.core[:1])


def offers(rng: random.Random, profile: Profile, since: int, year: int, offices: int) -> list[Offer]:
    """What is offered, since when and how often; `since` is the year practice began, `year` this year."""
    made = []
    for place, slug in enumerate(slugs(rng, profile)):
        began = min(year, since + int(rng.random() ** 2 * min(15, year - since)))
        core = place < len(profile.core)
        bands = (1, 4, 4, 3) if core else (4, 5, 2, 1)
        made.append(
            Offer(
                procedure=slug,
                since=began if maybe(rng, 0.9) else None,
                volume=rng.choices(VOLUMES, bands)[0] if maybe(rng, 0.85) else "",
                where_done=_where(rng, slug),
                office=0 if offices > 1 and maybe(rng, 0.04) else None,
            )
        )
    return made


def _where(rng: random.Random, slug: str) -> str:
    if slug in OFFICE_ONLY:
        return "Office"
    return rng.choice(("Surgery center", "Surgery center", "Hospital", ""))
