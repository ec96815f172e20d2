"""What the service is compared with: a view of one row, and what most would write (serializers over joins)."""

from __future__ import annotations

import math
from typing import Any

from django.db.models import ExpressionWrapper, F, FloatField, QuerySet
from django.db.models.functions import ACos, Cos, Least, Radians, Sin
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from directory.models import Certification, Offering, Practice, Revision, Surgeon, today


class HelloView(APIView):
    """One row, one small answer: what no view on this server can undercut by much."""

    def get(self, request: Request) -> Response:
        row = Revision.objects.values("name", "value").first()
        return Response({"hello": row})


class CertificationSerializer(serializers.ModelSerializer):
    class Meta:
        model = Certification
        fields = ["board", "certificate", "expires", "verified_on", "source"]


class OfferingSerializer(serializers.ModelSerializer):
    procedure: serializers.Field = serializers.SlugRelatedField(slug_field="slug", read_only=True)

    class Meta:
        model = Offering
        fields = ["procedure", "since", "volume"]


class SurgeonSerializer(serializers.ModelSerializer):
    certifications = CertificationSerializer(many=True)
    offerings = OfferingSerializer(many=True)

    class Meta:
        model = Surgeon
        fields = ["slug", "given_name", "family_name", "credentials", "certifications", "offerings"]


class PracticeSerializer(serializers.ModelSerializer):
    surgeon = SurgeonSerializer()
    miles = serializers.FloatField()

    class Meta:
        model = Practice
        fields = ["name", "street", "city", "region", "postal_code", "phone", "lat", "lng", "surgeon", "miles"]


def usual(lat: float, lng: float, radius: float, procedure: str = "") -> QuerySet[Practice]:
    """A box around the point, great-circle distance in SQL, the four facts through joins, prefetches for the answer."""
    reach = radius / 69.0
    wide = reach / max(math.cos(math.radians(lat)), 0.01)
    angle = Sin(Radians(F("lat"))) * math.sin(math.radians(lat)) + Cos(Radians(F("lat"))) * math.cos(
        math.radians(lat)
    ) * Cos(Radians(F("lng")) - math.radians(lng))
    rows = Practice.objects.filter(
        surgeon__in=Surgeon.objects.listed(today()),
        lat__range=(lat - reach, lat + reach),
        lng__range=(lng - wide, lng + wide),
    )
    if procedure:
        rows = rows.filter(surgeon__offerings__procedure__slug=procedure)
    return (
        rows.annotate(miles=ExpressionWrapper(3958.8 * ACos(Least(angle, 1.0)), output_field=FloatField()))
        .filter(miles__lte=radius)
        .select_related("surgeon")
        .prefetch_related("surgeon__certifications", "surgeon__offerings__procedure")
        .order_by("miles", "surgeon__family_name", "surgeon_id")
        .distinct()
    )


class UsualView(generics.GenericAPIView):
    """Page and total the usual way; it has no facets and no evidence texts, so it does less than the search."""

    serializer_class = PracticeSerializer

    def get(self, request: Request) -> Response:
        asked = request.query_params
        lat, lng = (float(part) for part in asked["near"].split(","))
        rows = usual(lat, lng, float(asked.get("radius", 25)), asked.get("procedure", ""))
        data: dict[str, Any] = {"total": rows.count(), "results": self.get_serializer(rows[:20], many=True).data}
        return Response(data)
