<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures and other things that running text shows: TEI P5 chapters 3.10 and 14. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Books know nothing of what is loaded late. -->
  <xsl:variable name="in-browser" as="xs:boolean" select="true()"/>

  <!-- What pictures are described by already, in words alone: as what they show, or in their place. -->
  <xsl:template match="figDesc[not(*)][../graphic and not(../graphic/desc)]" priority="1"/>

  <!-- What is published of a picture. -->
  <xsl:function name="f:shown" as="element()?">
    <xsl:param name="graphic" as="element()"/>
    <xsl:sequence select="$model/c:figures/c:graphic[@url = normalize-space($graphic/@url)][1]"/>
  </xsl:function>

  <!-- Of a picture that is not published there is the place, and what it shows; whoever publishes is told its name. -->
  <xsl:template match="graphic">
    <xsl:variable name="shown" select="f:shown(.)"/>
    <xsl:choose>
      <xsl:when test="$shown">
        <img class="{if (not(parent::figure) and ../text()[normalize-space()]) then 'plate in-line' else 'plate'}" src="{$root || $shown/@file}" alt="{$shown/@alt}"><xsl:if test="$in-browser"><xsl:attribute name="loading" select="'lazy'"/></xsl:if><xsl:copy-of select="$shown/(@width, @height)"/></img>
      </xsl:when>
      <xsl:otherwise><span class="graphic">[<xsl:value-of select="f:shows(.)"/>]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The figure's description stands for the first of its pictures. -->
  <xsl:function name="f:shows" as="xs:string">
    <xsl:param name="graphic" as="element()"/>
    <xsl:variable name="of-figure" select="$graphic[not(preceding-sibling::graphic)]/parent::figure[not(graphic/desc)]/figDesc[not(*)][1]"/>
    <xsl:sequence select="(($graphic/desc, $of-figure)/normalize-space()[. ne ''], 'image')[1]"/>
  </xsl:function>

  <xsl:template match="notatedMusic"><span class="graphic">[music]</span></xsl:template>
  <xsl:template match="media"><span class="graphic">[recording<xsl:if test="@url">: <xsl:value-of select="@url"/></xsl:if>]</span></xsl:template>
  <xsl:template match="binaryObject"><span class="graphic">[image]</span></xsl:template>
</xsl:stylesheet>
